import mongoose from 'mongoose';

/** Its pieces and this record are laid out as GridFS has it, so that its own reader streams them. */
export const bucketName = 'images';
const chunkBytes = 255 * 1024;

export interface ImageRecord {
  _id: mongoose.Types.ObjectId;
  length: number;
  chunkSize: number;
  uploadDate: Date;
  /** Its name: the first half of the SHA-256 of what was sent. */
  filename: string;
  metadata: {
    learnerId: mongoose.Types.ObjectId;
    projectId: mongoose.Types.ObjectId;
    width: number;
    height: number;
    /** Since when no write-up names it; missing while one does. */
    unusedSince?: Date;
  };
}

interface ChunkRecord {
  files_id: mongoose.Types.ObjectId;
  n: number;
  data: Buffer;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };
const number = { type: Number, required: true };

const imageSchema = new mongoose.Schema<ImageRecord>(
  {
    length: number,
    chunkSize: number,
    uploadDate: { type: Date, required: true },
    filename: { type: String, required: true },
    metadata: {
      type: new mongoose.Schema(
        { learnerId: id, projectId: id, width: number, height: number, unusedSince: Date },
        { _id: false },
      ),
      required: true,
    },
  },
  { collection: `${bucketName}.files`, versionKey: false },
);
// The same picture twice in one project is one: two sent at once meet here.
imageSchema.index({ 'metadata.projectId': 1, filename: 1 }, { unique: true });
// What a member has, and what an erased account leaves.
imageSchema.index({ 'metadata.learnerId': 1 });
// What is to be swept.
imageSchema.index({ 'metadata.unusedSince': 1 }, { sparse: true });

const chunkSchema = new mongoose.Schema<ChunkRecord>(
  { files_id: id, n: number, data: { type: Buffer, required: true } },
  { collection: `${bucketName}.chunks`, versionKey: false },
);
// The pieces of one, in order.
chunkSchema.index({ files_id: 1, n: 1 }, { unique: true });

export const Image = mongoose.model('Image', imageSchema);
const ImageChunk = mongoose.model('ImageChunk', chunkSchema);

/** What is kept of one, before it has an id. */
export interface NewImage {
  projectId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  name: string;
  width: number;
  height: number;
  data: Buffer;
}

/** Keeps an image with its pieces, inside the caller's transaction. Throws what an index throws where it is there. */
export async function keepImage(image: NewImage, now: Date, isUsed: boolean): Promise<ImageRecord> {
  const { projectId, learnerId, name, width, height, data } = image;
  const _id = new mongoose.Types.ObjectId();
  const metadata = { learnerId, projectId, width, height, ...(!isUsed && { unusedSince: now }) };
  const record = { _id, length: data.length, chunkSize: chunkBytes, uploadDate: now, filename: name, metadata };
  await Image.insertMany([record]);
  const chunks: ChunkRecord[] = [];
  for (let at = 0; at < data.length; at += chunkBytes) {
    chunks.push({ files_id: _id, n: chunks.length, data: data.subarray(at, at + chunkBytes) });
  }
  await ImageChunk.insertMany(chunks);
  return record;
}

/** Deletes those that `which` finds, with their pieces; gives how many. The pieces go first: a record is found again. */
export async function deleteImages(which: Record<string, unknown>): Promise<number> {
  const ids = await Image.distinct('_id', which);
  if (ids.length === 0) return 0;
  await ImageChunk.deleteMany({ files_id: mongoose.trusted({ $in: ids }) });
  const { deletedCount } = await Image.deleteMany({ _id: mongoose.trusted({ $in: ids }) });
  return deletedCount;
}
