/** An embedded page tells the page around it how high it is, so that no second scroll bar appears. */

/** Posts `{type: 'playground:height', height}` now and whenever the height changes. Nothing else is ever told. */
export function reportHeight(): void {
  if (window.parent === window) return
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'playground:height', height }, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
}
