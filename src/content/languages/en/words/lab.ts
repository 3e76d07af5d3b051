/** Words of the Lab. */

export default {
  examples: 'Open an example',
}
