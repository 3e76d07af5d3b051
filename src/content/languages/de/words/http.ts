/** Was zu den Teilen einer Nachricht zu sagen ist, die zu keinem Schema gehören: Startzeile, fremde Schemata und Parameter. */

export default {
  version: 'Die HTTP-Version, die der Absender spricht.',
  method: 'Die Methode `{value}`: was getan werden soll. Sie ist keine der üblichen.',
  'method.GET': 'Die Methode: Schick mir das bitte. Lesen ändert auf dem Server nichts.',
  'method.HEAD': 'Die Methode: wie `GET`, aber nur der Kopf der Antwort, ohne Body.',
  'method.POST': 'Die Methode: Hier ist etwas, verarbeite es bitte.',
  'method.PUT': 'Die Methode: Leg das bitte unter genau dieser Adresse ab.',
  'method.DELETE': 'Die Methode: Entferne bitte, wofür diese Adresse steht.',
  'method.PATCH': 'Die Methode: Ändere bitte einen Teil davon.',
  'method.OPTIONS':
    'Die Methode: Was würdest du mir erlauben? So fragen Browser, bevor sie ein Skript an einen anderen Origin lassen.',
  'method.CONNECT': 'Die Methode, für einen Proxy: Öffne bitte einen Tunnel zu diesem Host.',
  'method.TRACE': 'Die Methode: Schick mir meine Anfrage zurück, damit ich sehe, was angekommen ist.',
  target: 'Was verlangt wird. Hier steht der Pfad; der Name des Servers steht in `Host`.',
  status:
    'Der Status: wie der Server geantwortet hat. Die erste Ziffer nennt die Art der Antwort; registriert ist dieser Status nicht.',
  'status.1xx': 'Der Status: Warte, die eigentliche Antwort kommt noch.',
  'status.2xx': 'Der Status: Es hat geklappt.',
  'status.3xx': 'Der Status: Was du willst, ist woanders.',
  'status.4xx': 'Der Status: Mit der Anfrage stimmt etwas nicht.',
  'status.5xx': 'Der Status: Der Server hat versagt, wie auch immer die Anfrage war.',
  'status.200': 'Der Status: Es hat geklappt, hier ist es.',
  'status.201': 'Der Status: Es hat geklappt, und es gibt jetzt etwas Neues.',
  'status.202': 'Der Status: angenommen, wird später erledigt.',
  'status.204': 'Der Status: Es hat geklappt, und es gibt nichts zu zeigen.',
  'status.206': 'Der Status: Es hat geklappt, hier ist der Teil, den du wolltest.',
  'status.301': 'Der Status: für immer umgezogen. Die neue Adresse steht in `Location`.',
  'status.302':
    'Der Status: vorläufig woanders. Die andere Adresse steht in `Location`; so kommt man oft auf Login-Seiten.',
  'status.303': 'Der Status: Sieh dort mit `GET` nach. Die Adresse steht in `Location`.',
  'status.304': 'Der Status: Was du gespeichert hast, stimmt noch. Deshalb wird es nicht noch einmal gesendet.',
  'status.307': 'Der Status: vorläufig woanders. Frag dort genauso, mit derselben Methode.',
  'status.308': 'Der Status: für immer umgezogen. Frag dort genauso, mit derselben Methode.',
  'status.400':
    'Der Status: Der Server kann die Anfrage nicht lesen, oder er will nicht. Sie zu wiederholen hilft nicht.',
  'status.401':
    'Der Status: Der Server weiß nicht, wer du bist. Das heißt zwar „unauthorized“, gemeint ist aber „nicht authentifiziert“.',
  'status.403':
    'Der Status: Nein. Meist weiß der Server, wer du bist, und du darfst nicht: Dich neu anzumelden würde nichts ändern.',
  'status.404':
    'Der Status: Hier ist nichts. Manche Server sagen das auch, wenn sie nicht zugeben wollen, dass da etwas ist.',
  'status.405': 'Der Status: Das gibt es, aber nicht mit dieser Methode. Welche gehen, steht in `Allow`.',
  'status.407': 'Der Status: wie 401, aber hier fragt der Proxy auf dem Weg, wer du bist.',
  'status.409': 'Der Status: Das passt nicht zu dem, wie es hier gerade aussieht.',
  'status.410': 'Der Status: Es war hier und ist endgültig weg.',
  'status.415': 'Der Status: Mit einem Body dieses Medientyps geht das nicht.',
  'status.421': 'Der Status: Für diesen Host antwortet dieser Server nicht.',
  'status.422': 'Der Status: lesbar, aber hier ergibt es keinen Sinn.',
  'status.428':
    'Der Status: Sag erst, welchen Stand du kennst, damit niemand überschreibt, was andere geschrieben haben.',
  'status.429': 'Der Status: zu viele Anfragen. In `Retry-After` steht vielleicht, wie lange du warten sollst.',
  'status.431': 'Der Status: Die Header sind zu groß. Oft liegt es an einem riesigen Cookie oder Token.',
  'status.500': 'Der Status: Der Server hat einen Fehler gemacht. Mit deinen Zugangsdaten hat das nichts zu tun.',
  'status.501': 'Der Status: Diese Methode kennt der Server gar nicht.',
  'status.502': 'Der Status: Ein Server dazwischen bekam von dem dahinter keine brauchbare Antwort.',
  'status.503':
    'Der Status: Jetzt nicht, überlastet oder in Wartung. In `Retry-After` steht vielleicht, wie lange noch.',
  'status.504': 'Der Status: Ein Server dazwischen hat vergeblich auf den dahinter gewartet.',
  'status.511': 'Der Status: Melde dich erst beim Netz an, wie in Hotels und Zügen.',
  reason:
    'Der Status noch einmal in Worten, für Menschen. Programme richten sich nach der Zahl; neuere HTTP-Versionen lassen die Worte weg.',
  'registered-scheme':
    'Das Schema. `{scheme}` ist registriert, aber dieser Playground beherrscht es nicht. Deshalb werden seine Teile benannt, aber nicht erklärt.',
  'met-scheme':
    'Das Schema. `{scheme}` ist in Gebrauch, aber niemand hat es registriert, und dieser Playground beherrscht es nicht. Deshalb werden seine Teile nicht erklärt.',
  'unknown-scheme':
    'Das Schema. `{scheme}` steht in keinem Register, und dieser Playground kennt es nicht. Wenn ein Client es auch nicht kennt, kann er nicht antworten.',
  'unknown-param': 'Ein Parameter, den `{scheme}` nicht definiert. Wer ihn nicht kennt, ignoriert ihn.',
  'info-param':
    'Eine Auskunft über die Anmeldung, die mit dieser Anfrage kam. Was sie bedeutet, bestimmt das Schema dieser Zugangsdaten.',
  realm: 'Der Schutzbereich: Eine Anmeldung gilt für alles auf diesem Server, was denselben Namen trägt.',
  token68:
    'Ein Wort ohne Leerzeichen, wie `{scheme}` es verlangt: meist Base64. Was darin steckt, bestimmt das Schema.',
}
