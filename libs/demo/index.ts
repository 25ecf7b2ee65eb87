export * from './founding-declaration';
export * from './persona';
