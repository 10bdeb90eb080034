// Words that say nothing about what a text is about. A query drops them unless nothing else is left. The client gets
// the list of the handbook's language in the manifest.

/// The stop words of a language, as forms; none for languages that are not known here.
func stopWords(ofLanguage language: String) -> Set<String> {
    let code = String(language.lowercased().prefix { $0 != "-" })
    return Set((lists[code] ?? "").split(separator: " ").map(String.init))
}

private let lists = [
    "en": """
    a about actually after all also am an and any are as at be been before being between both but by can could did do does \
    doing done during each else for from had has have having he her here hers him his how i if in into is it its just \
    like may me might mine more most must my no nor not of off on once one only or other our ours out over own really same \
    shall really shall she should so some such than that the their theirs them then there these they this those through to too \
    under until up us versus very vs was we were what when where which while who whom whose why will with would yet you your \
    yours dont doesnt isnt arent cant im ive id lets whats
    """,
    "de": """
    ab aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dem den der des die dies diese \
    diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es etwa fuer fur gibt habe haben hat \
    hatte ich ihr ihre im in ins ist ja kann kein keine koennen konnen man mein mit muss nach nicht noch nur ob oder \
    ohne sein seine sich sie sind so soll sollen sollte um und uns unser vom von vor wann war warum was welche welcher \
    welches wenn wer werden wie wir wird wo wozu zu zum zur
    """,
    "fr": """
    a ai au aux avec avez ce ces cet cette comment dans de des donc dont du elle en est et etre eu fait faut il ils je \
    la le les leur leurs lui ma mais me mes moi mon ne nos notre nous on ont ou par pas peut plus pour pourquoi quand \
    que quel quelle quelles quels qui quoi sa sans se ses si son sont sur ta tes ton tu un une vos votre vous y
    """,
    "es": """
    a al como con cual cuales cuando de del desde donde el ella ellos en entre es esta estas este esto estos fue ha \
    hace hay la las le les lo los mas me mi muy no nos o para pero por porque que quien se segun ser si sin sobre son \
    su sus te tiene tu un una unas uno unos y ya
    """,
    "it": """
    a ad ai al alla alle anche c che chi ci come con cosa da dai dal dalla dei del della delle di dove e ed fra gli ha \
    i il in io la le lo ma mi ne nei nel nella non o per perche piu qual quale quali quando quanto se si sono su sua \
    sue sul sulla suo tra un una uno
    """,
    "pt": """
    a ao aos as com como da das de do dos e ela ele em entre esta este eu foi ha isso ja la mais mas me na nao nas no \
    nos o os ou para pela pelo por porque qual quais quando que quem se sem ser seu seus sua suas sao tem um uma
    """,
    "nl": """
    aan als bij dan dat de deze die dit door een en er geen had heb hebben heeft het hij hoe hun ik in is je kan maar \
    me meer men met mijn moet naar niet nog nu of om onder ons ook op over te tot uit van veel voor waar waarom was \
    wat we wel welke werd wie wij worden wordt ze zij zijn zo zou
    """,
    "sv": """
    alla att av blir da de dem den denna det detta du dar efter ej eller en ett fran for ha han har hon hur i inte jag \
    kan man med men mot nar och om pa sa ska som till under upp ut vad var varfor vem vi vid vilka vilken vilket ar
    """,
    "da": """
    af alle at blev bliver da de dem den denne der det dette dig din du efter eller en er et for fra ha han har hun \
    hvad hvem hvilke hvilken hvor hvordan hvorfor i ikke jeg kan man med men mod nar og om op over pa sig skal som til \
    ud under var ved vi vil
    """,
    "nb": """
    alle at av ble blir da de dem den denne der det dette du eller en er et for fra ha han har hun hva hvem hvilke \
    hvilken hvor hvordan hvorfor i ikke jeg kan man med men mot nar og om opp over pa seg skal som til ut under var \
    ved vi vil
    """,
]
