/** Asks once for each argument, and gives the same promise again; a failure is not kept, so that one can try again. */
export function once<Value>(load: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (id) => {
    const promise = kept.get(id) ?? load(id)
    kept.set(id, promise)
    promise.catch(() => kept.delete(id))
    return promise
  }
}
