/** A folder or database that cannot be used, said in one sentence. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
