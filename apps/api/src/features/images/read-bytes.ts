import mongoose from 'mongoose';
import { bucketName } from './images.model.js';

/** The pieces of an image, one after another. */
export function streamImage(connection: mongoose.Connection, id: mongoose.Types.ObjectId): AsyncIterable<Uint8Array> {
  const db = connection.getClient().db(connection.name);
  return new mongoose.mongo.GridFSBucket(db, { bucketName }).openDownloadStream(id);
}

export async function readImageBytes(connection: mongoose.Connection, id: mongoose.Types.ObjectId): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamImage(connection, id)) pieces.push(piece);
  return Buffer.concat(pieces);
}
