/** Milliseconds for which a failure is remembered: drawing asks often, and must not ask for ever. */
const GRUDGE = 5000

/** Asks once for each argument, and gives the same promise again; after a failure one can try again a little later. */
export function once<Value>(load: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (id) => {
    const promise = kept.get(id) ?? load(id)
    kept.set(id, promise)
    promise.then(
      // React's `use` reads these, and then doesn't suspend for what is there.
      (value) => Object.assign(promise, { status: 'fulfilled', value }),
      () => setTimeout(() => kept.delete(id), GRUDGE),
    )
    return promise
  }
}
