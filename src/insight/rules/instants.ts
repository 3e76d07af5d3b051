/** Instants in the words of a finding. */

/** RFC 3339 to the second; the end of time where a number is beyond what dates can be. */
export const instant = (ms: number): string => {
  const within = Math.max(-8.64e15, Math.min(8.64e15, ms))
  return `${new Date(within).toISOString().slice(0, -5)}Z`
}
