/** Words that several panels use. */

export default {
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  'not-copied': 'Copying is not allowed here: select the text and press Ctrl+C',
}
