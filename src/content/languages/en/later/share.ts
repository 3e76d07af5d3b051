/** Words of sharing a session, and of opening somebody else's. */

export default {
  what: 'This link holds your {count} moves. Whoever opens it sees the same exchanges, byte for byte. The part behind the # never reaches a server.',
  link: 'Link',
  copy: 'Copy link',
  strangers:
    'There is no link for this session: it holds credentials that the playground did not invent, and a link would give them away.',
  'strangers.what':
    'Undo to before they were written, or answer the challenge as one of the people who live here, and share again.',
}
