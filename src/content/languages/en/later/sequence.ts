/** Words of the sequence diagram. */

export default {
  title: 'Who said what to whom, in order',
  empty:
    'Nothing was sent yet. Every request and its response will be an arrow here, in the order in which they travelled.',
  you: 'You',
  'some-host': 'a server',
  request: 'Request {number} to {host}:',
  response: 'Response {number} from {host}:',
  open: 'The panels show exchange {number}.',
  wait: 'the clock was moved on by {duration}',
  answer: 'the {scheme} challenge was answered as {user}',
  'answer-unknown': 'a challenge was answered as {user}',
  policy: 'the policy of {address} was changed',
}
