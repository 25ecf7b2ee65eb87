import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** Opens a program's modules without a server, runs the work, closes every connection whatever happens. */
export async function withContext<T>(
  module: DynamicModule,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** How far a long command is, on a terminal only. */
export const showProgress = (done: number, of: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${String(done)}/${String(of)}${done === of ? '\n' : ''}`);
};

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
