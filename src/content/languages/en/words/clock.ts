/** Words of the virtual clock. */

export default {
  label: 'Virtual clock:',
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  instant: '{day} {month} {year}, {time}',
}
