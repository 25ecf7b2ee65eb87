export * from './examination';
export * from './founding-declaration';
export * from './persona';
export * from './lending';
