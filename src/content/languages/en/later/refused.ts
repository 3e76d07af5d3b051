/** Why a link was not followed. */

export default {
  version: 'This link was made by a newer playground than this one, so it can’t be replayed here.',
  malformed: 'This link is damaged, so it can’t be replayed. Ask for it again, whole.',
  'too-long': 'This link is longer than any that the playground makes, so it isn’t opened.',
  scenario: 'This link belongs to a scenario that doesn’t exist here.',
  what: 'Here is the first scenario instead.',
}
