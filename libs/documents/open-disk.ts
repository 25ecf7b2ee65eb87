import { join } from 'node:path';
import type { AppConfig } from '@hoptac/platform';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { DocumentStore } from './document-store';

/** Store in the data folder, or in an S3-compatible bucket (credentials by the SDK's own chain: environment, profile or role). */
export async function openDocumentStore(config: AppConfig): Promise<DocumentStore> {
  const staging = join(config.dataDir, 'files', 'incoming');
  if (config.filesDriver === 'fs') {
    const location = join(config.dataDir, 'files', 'documents');
    return new DocumentStore(new Disk(new FSDriver({ location, visibility: 'private' })), staging, location);
  }
  // Loaded only where it is used: it needs @aws-sdk/client-s3, which the embedded stack does without.
  const { S3Driver } = await import('flydrive/drivers/s3');
  const driver = new S3Driver({
    bucket: config.s3Bucket ?? '',
    visibility: 'private',
    supportsACL: false,
    ...(config.s3Region === undefined ? {} : { region: config.s3Region }),
    ...(config.s3Endpoint === undefined ? {} : { endpoint: config.s3Endpoint, forcePathStyle: true }),
  });
  return new DocumentStore(new Disk(driver), staging);
}
