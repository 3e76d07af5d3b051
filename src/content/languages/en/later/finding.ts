/** Words of what the linter finds. */

export default {
  list: 'What stands out',
  'level.must': 'Breaks a rule',
  'level.should': 'Against advice',
  'level.warning': 'Warning',
  'level.info': 'Good to know',
  'level.good': 'Well done',
  'strength.must': 'MUST in',
  'strength.should': 'SHOULD in',
  'in.request': 'In the request:',
  'in.response': 'In the response:',
  'fix.instead': 'Better:',
  'fix.apply': 'Fix it in the request',
  'fix.done': 'Fixed. Now send it again',
}
