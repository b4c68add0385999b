package english

import "strings"

// Form is a form of a verb.
type Form uint8

// The forms of a verb; Past stands for the participle too unless that differs.
const (
	Base Form = iota
	Third
	Ing
	Past
	Participle
)

// irregularVerbs: base, past, participle, as far as official phrases use them.
var irregularVerbs = verbTable(`arise arose arisen; be was been; bear bore borne; beat beat beaten; become became become
	begin began begun; bend bent bent; bid bid bid; bind bound bound; blow blew blown; break broke broken
	breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built; burst burst burst
	buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come
	cost cost cost; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew drawn; drink drank drunk
	drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought
	find found found; flee fled fled; fly flew flown; forecast forecast forecast; foresee foresaw foreseen
	forget forgot forgotten; forgo forwent forgone; freeze froze frozen; get got got; give gave given; go went gone
	grind ground ground; grow grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden
	hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led
	leave left left; lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost; make made made
	mean meant meant; meet met met; mislead misled misled; offset offset offset; outdo outdid outdone
	overcome overcame overcome; override overrode overridden; oversee oversaw overseen; overtake overtook overtaken
	overthrow overthrew overthrown; partake partook partaken; pay paid paid; put put put; quit quit quit
	read read read; rebuild rebuilt rebuilt; redo redid redone; remake remade remade; repay repaid repaid
	reset reset reset; rethink rethought rethought; rewrite rewrote rewritten; ride rode ridden; ring rang rung
	rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent
	set set set; shake shook shaken; shine shone shone; shoot shot shot; show showed shown; shrink shrank shrunk
	shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sling slung slung; sow sowed sown
	speak spoke spoken; spend spent spent; split split split; spread spread spread; spring sprang sprung
	stand stood stood; steal stole stolen; stick stuck stuck; strike struck struck; strive strove striven
	swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken; teach taught taught
	tear tore torn; tell told told; think thought thought; throw threw thrown; thrust thrust thrust
	undergo underwent undergone; underlie underlay underlain; understand understood understood
	undertake undertook undertaken; undo undid undone; uphold upheld upheld; upset upset upset; wake woke woken
	wear wore worn; weave wove woven; win won won; wind wound wound; withdraw withdrew withdrawn
	withhold withheld withheld; withstand withstood withstood; write wrote written`)

// doubling are the verbs that double their last letter though they have more
// than one syllable, or another end than [doubles] looks for.
var doubling = set(`abet abhor acquit admit allot befit begin commit compel concur confer control defer deter dispel
	emit enrol equip excel expel extol forget format fulfil handicap impel incur infer instil input kidnap occur
	offset omit outrun overlap overrun patrol permit prefer program propel quit rebel rebut recur refer regret repel
	rerun reset submit transfer transmit underpin unplug upset`)

func verbTable(text string) map[string][2]string {
	m := map[string][2]string{}
	for _, row := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		f := strings.Fields(row)
		m[f[0]] = [2]string{f[1], f[2]}
	}
	return m
}

// Verb is a form of a verb given in its base form, in the case of its letters.
func Verb(base string, form Form) string {
	lower := strings.ToLower(base)
	if lower == "" {
		return base
	}
	irregular, known := irregularVerbs[lower]
	switch form {
	case Third:
		switch {
		case lower == "have":
			return like(base, "has")
		case lower == "be":
			return like(base, "is")
		case takesEs(lower), strings.HasSuffix(lower, "o") && !vowelBeforeLast(lower):
			return like(base, lower+"es")
		case consonantY(lower):
			return like(base, lower[:len(lower)-1]+"ies")
		}
		return like(base, lower+"s")
	case Ing:
		switch {
		case strings.HasSuffix(lower, "ie"):
			return like(base, lower[:len(lower)-2]+"ying")
		case lower != "be" && strings.HasSuffix(lower, "e") && !endsIn(lower, "ee", "oe", "ye"):
			return like(base, lower[:len(lower)-1]+"ing")
		case endsIn(lower, "ic"):
			return like(base, lower+"king")
		case doubles(lower):
			return like(base, lower+lower[len(lower)-1:]+"ing")
		}
		return like(base, lower+"ing")
	case Past, Participle:
		switch {
		case known && form == Past:
			return like(base, irregular[0])
		case known:
			return like(base, irregular[1])
		case strings.HasSuffix(lower, "e"):
			return like(base, lower+"d")
		case consonantY(lower):
			return like(base, lower[:len(lower)-1]+"ied")
		case endsIn(lower, "ic"):
			return like(base, lower+"ked")
		case doubles(lower):
			return like(base, lower+lower[len(lower)-1:]+"ed")
		}
		return like(base, lower+"ed")
	}
	return base
}

func consonantY(lower string) bool {
	return len(lower) > 1 && strings.HasSuffix(lower, "y") && !vowelBeforeLast(lower)
}

func vowelBeforeLast(lower string) bool { return len(lower) > 1 && isVowel(lower[len(lower)-2]) }

func endsIn(lower string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(lower, e) {
			return true
		}
	}
	return false
}

// doubles reports whether the last letter is doubled before -ing and -ed: a
// word of one vowel between consonants (plan, cut), or one that is listed.
func doubles(lower string) bool {
	if doubling[lower] {
		return true
	}
	n := len(lower)
	if n < 3 || strings.IndexByte("bdgkmnprt", lower[n-1]) < 0 || !isVowel(lower[n-2]) || isVowel(lower[n-3]) {
		return false
	}
	return !strings.ContainsAny(lower[:n-2], "aeiouy")
}
