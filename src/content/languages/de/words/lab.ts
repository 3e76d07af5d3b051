/** Wörter des Labors. */

export default {
  examples: 'Ein Beispiel öffnen',
}
