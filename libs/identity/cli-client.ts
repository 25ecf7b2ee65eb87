/** Client and address of programs that sign in over plain HTTP; the embedded provider knows both. */
export const CLI_CLIENT = 'hoptac-cli';
export const CLI_REDIRECT = 'http://127.0.0.1/signed-in';
