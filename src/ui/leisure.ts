/** A moment in which the page has nothing else to do, or a tenth of a second later. */
export const leisure = () =>
  new Promise<void>((wake) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => wake(), { timeout: 100 })
    else setTimeout(wake, 50)
  })
