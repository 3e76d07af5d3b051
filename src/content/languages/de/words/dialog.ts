/** Wörter der Ansicht „Login-Dialog“: was ein Mensch sieht, dessen Browser die Adresse öffnet. */

export default {
  lead: 'Das sähe jemand, der diese Adresse im Browser öffnet, statt die Anfrage von hier zu senden.',
  drawn: 'Nachgezeichnet. Der Dialog deines Browsers sieht anders aus und erscheint hier nie.',
  'drawn.page': 'Nachgezeichnet: der Body, wie ihn der Browser bekäme.',
  title: 'Anmelden',
  asks: '{origin} fragt, wer du bist.',
  'asks.proxy': 'Der Proxy fragt, wer du bist.',
  'asks.again': 'Diese Zugangsdaten haben nicht genügt. {origin} fragt noch einmal.',
  'asks.proxy.again': 'Diese Zugangsdaten haben nicht genügt. Der Proxy fragt noch einmal.',
  realm: 'Die Website sagt: „{realm}“',
  user: 'Benutzername',
  password: 'Passwort',
  cancel: 'Abbrechen',
  'sign-in': 'Anmelden',
  'why.scheme': 'Der Browser antwortet mit `{scheme}`, dem stärksten Schema im Angebot, für das er einen Dialog hat.',
  'why.realm':
    'Nicht jeder Browser zeigt den Realm: Er stammt vom Server, und der kann alles Mögliche hineinschreiben.',
  'why.cancel': '*Abbrechen* schließt den Dialog und zeigt den Body der 401 als Seite.',
  'none.not-asked':
    'Kein Dialog: Browser öffnen ihn bei 401, und bei 407 von einem Proxy. Das hier zeigen sie als Seite.',
  'none.forbidden': 'Kein Dialog: 403 sagt nein, ohne zu fragen, wer du bist. Der Browser zeigt das als Seite.',
  'none.no-challenge':
    'Kein Dialog: Nirgends steht, wie man sich anmeldet, also hat der Browser nichts zu antworten. Er zeigt das als Seite.',
  'none.no-dialog':
    'Kein Dialog: Für `{offered}` haben Browser keinen. Solche Zugangsdaten zu beschaffen ist Sache der Website, mit eigenen Seiten und Skripten.',
  'page.empty': 'Eine leere Seite, oder eine vom Browser selbst, auf der {status} steht.',
  'page.markup': 'Ein Browser würde dieses HTML darstellen; hier bleibt es Text.',
  address: 'Adresse',
}
