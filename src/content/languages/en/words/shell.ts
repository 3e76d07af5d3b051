/** Words of the page's head. */

export default {
  rooms: 'Rooms',
  share: 'Share',
  embed: 'Embed',
  full: 'Open the full playground',
  scenarios: 'Scenarios',
  lab: 'Lab',
  inspect: 'Inspect',
  docs: 'Rules',
  'courier.starting': 'Service worker · …',
  'courier.service-worker': 'Service worker · on',
  'courier.in-page': 'In the page',
  language: 'Language',
  'language.failed': 'The language could not be loaded. Check the connection and choose it again.',
  theme: 'Colours: {choice}',
  'theme.system': 'as the system',
  'theme.light': 'light',
  'theme.dark': 'dark',
}
