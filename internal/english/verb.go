package english

import "strings"

// Form is a form of a verb.
type Form int

// The forms of a verb; Past stands for the participle too unless that differs.
const (
	Base Form = iota
	Third
	Ing
	Past
	Participle
)

// irregularVerbs: base, past, participle, as far as official phrases use them.
var irregularVerbs = verbTable(`be was been; bear bore borne; become became become; begin began begun
	break broke broken; bring brought brought; build built built; buy bought bought; catch caught caught
	choose chose chosen; come came come; cut cut cut; deal dealt dealt; do did done; draw drew drawn
	drive drove driven; fall fell fallen; feel felt felt; fight fought fought; find found found
	forge forged forged; forget forgot forgotten; get got got; give gave given; go went gone; grow grew grown
	have had had; hear heard heard; hold held held; keep kept kept; know knew known; lay laid laid
	lead led led; learn learned learned; leave left left; let let let; lose lost lost; make made made
	meet met met; overcome overcame overcome; pay paid paid; put put put; read read read; rise rose risen
	run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set
	shoot shot shot; show showed shown; speak spoke spoken; spend spent spent; spread spread spread
	stand stood stood; strike struck struck; strive strove striven; take took taken; teach taught taught
	tell told told; think thought thought; throw threw thrown; undergo underwent undergone
	understand understood understood; uphold upheld upheld; wear wore worn; win won won; write wrote written`)

// doubling are verbs of more than one syllable that double their last letter.
var doubling = set(`admit commit permit submit refer prefer transfer occur control patrol compel propel
	equip begin forget`)

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
		case takesEs(lower) || lower == "go" || lower == "do" || lower == "undergo":
			return like(base, lower+"es")
		case consonantY(lower):
			return like(base, lower[:len(lower)-1]+"ies")
		}
		return like(base, lower+"s")
	case Ing:
		switch {
		case lower != "be" && strings.HasSuffix(lower, "e") && !strings.HasSuffix(lower, "ee") && !strings.HasSuffix(lower, "ye"):
			return like(base, lower[:len(lower)-1]+"ing")
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
		case doubles(lower):
			return like(base, lower+lower[len(lower)-1:]+"ed")
		}
		return like(base, lower+"ed")
	}
	return base
}

func consonantY(lower string) bool {
	return strings.HasSuffix(lower, "y") && len(lower) > 1 && !isVowel(lower[len(lower)-2])
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
	return strings.IndexAny(lower[:n-2], "aeiouy") < 0
}
