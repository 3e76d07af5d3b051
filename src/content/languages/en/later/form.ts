/** Words of the request as a form. */

export default {
  headers: 'Headers',
  'header-name': 'Name of header {n}',
  'header-value': 'Value of header {n}',
  'remove-header': 'Remove header {n}',
  'add-header': 'Add a header',
  'no-headers': 'No headers yet. A request needs at least `Host`.',
  'name-invalid': 'A name is one word of letters, digits and hyphens. The request keeps the old one until this is one.',
  'not-headers.one': 'One line is no header line. It stays as it is; see Raw.',
  'not-headers.many': '{count} lines are no header lines. They stay as they are; see Raw.',
  body: 'Body',
}
