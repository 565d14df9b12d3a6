// The drawing thread: draws what it is sent, and answers with the bytes or with what went wrong.

import { parentPort } from 'node:worker_threads';
import type { PictureLabels } from '../../messages/picture.ts';
import { paint } from './paint.ts';
import type { Painted } from './painter.ts';

async function painted(labels: PictureLabels): Promise<Painted> {
  try {
    return { png: await paint(labels) };
  } catch (error) {
    return { error: String(error) };
  }
}

parentPort?.on('message', async (labels: PictureLabels) => parentPort?.postMessage(await painted(labels)));
