/** When to work: a page that somebody uses must not hold its breath for long. */

/** A moment in which the page has nothing else to do, or a tenth of a second later. */
export const leisure = () =>
  new Promise<void>((wake) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => wake(), { timeout: 100 })
    else setTimeout(wake, 50)
  })

/** Between two pieces of work that somebody waits for: whatever else the page has to do may go first. */
export const breath = async (): Promise<void> => {
  if ('scheduler' in window && 'yield' in scheduler) await scheduler.yield()
}
