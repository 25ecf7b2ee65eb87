export { csvOf } from './csv';
export { type Cell, type Column, neutral, type Sheet } from './sheet';
export { xlsxOf } from './xlsx';
