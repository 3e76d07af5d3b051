/** Words of the lesson beside the bench. */

export default {
  title: 'Lesson',
  all: 'All scenarios',
  done: 'done',
  undo: 'Undo the last move',
  redo: 'Redo the next move',
  hint: 'Hint',
  solution: 'Show solution',
  replace: 'The solution starts where the step before ended, so it replaces the moves you made since.',
  'replace-yes': 'Replace and play it',
  'replace-no': 'Keep mine',
  predict: 'What will the server say?',
  missed: 'You said `{guess}`, and it was `{status}`. Look inside the server to see why, then predict and send again.',
  solved: 'Solved',
  next: 'Next: {title}',
  'to-lab': 'That was the last one. On to the Lab, where everything is open.',
}
