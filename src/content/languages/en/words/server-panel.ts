/** Words of the panel that shows the inside of the server. */

export default {
  title: 'Inside the server',
  views: 'What to see of the server',
  decision: 'Decision',
  sequence: 'Sequence',
  history: 'History',
  seat: 'Server’s seat',
  loading: 'One moment …',
}
