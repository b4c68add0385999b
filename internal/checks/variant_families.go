package checks

import (
	"strings"

	"rectify/internal/english"
)

// variantFamilies are the words that are spelled in several ways, a family a
// row. A plus makes a row of the plural too. A form with capitals stands for
// itself alone, one without for any capitals. A hyphen and a solid word need no
// row where those are all the ways: see [variantFinder.compound].
const variantFamilies = `
grassroots | grass-roots | grass roots
healthcare | health care | health-care
childcare | child care | child-care
workforce | work force | work-force
workplace+ | work place+ | work-place+
policymaker+ | policy maker+ | policy-maker+
policymaking | policy making | policy-making
decision-maker+ | decision maker+
decision-making | decision making
lawmaker+ | law maker+ | law-maker+
e-commerce | ecommerce
website+ | web site+ | web-site+
online | on-line
database+ | data base+ | data-base+
frontline | front line | front-line
lifestyle+ | life style+ | life-style+
well-being | wellbeing | well being
livestream+ | live stream+ | live-stream+
livestreaming | live streaming | live-streaming
fundraising | fund raising | fund-raising
peacekeeping | peace keeping | peace-keeping
shipbuilding | ship building | ship-building
nationwide | nation-wide | nation wide
worldwide | world-wide | world wide
wholehearted | whole-hearted | whole hearted
wholeheartedly | whole-heartedly | whole heartedly
win-win | win win | winwin
high-tech | hi-tech | high tech | hightech
anti-corruption | anticorruption | anti corruption
counter-terrorism | counterterrorism | counter terrorism
multiparty | multi-party | multi party
subdistrict+ | sub-district+ | sub district+
reform and opening up | reform and opening-up
percent | per cent | %
Xinhuanet | Xinhua Net | Xinhua net | XinhuaNet
Xinhua News Agency | Xinhua Agency | Xinhua news agency
COVID-19 | Covid-19 | covid-19
communique+ | communiqué+
vice premier+ | vice-premier+
vice president+ | vice-president+
vice chairman+ | vice-chairman+
vice minister+ | vice-minister+
vice chairperson+ | vice-chairperson+
toward | towards
`

// variantForm is one spelling of a family.
type variantForm struct {
	family *variantFamily
	// number is the place of the form in the row, with the plural or without.
	number int
	plural bool
	// words are the words of the form, in small letters unless it is exact.
	words []string
	// joints part the words: spaces or hyphens.
	joints string
	exact  bool
}

// variantFamily is a row.
type variantFamily struct {
	forms []string
}

// text is the form of a number, in the plural or not.
func (f *variantFamily) text(number int, plural bool) string {
	if plural {
		return english.Plural(f.forms[number])
	}
	return f.forms[number]
}

// formsByWord are the forms by their first word in small letters, and
// variantKeys what they are as solid words.
var formsByWord, variantKeys = readFamilies(variantFamilies)

func readFamilies(rows string) (forms map[string][]variantForm, keys map[string]bool) {
	forms, keys = map[string][]variantForm{}, map[string]bool{}
	for row := range strings.Lines(rows) {
		if row = strings.TrimSpace(row); row == "" {
			continue
		}
		family := &variantFamily{}
		for number, text := range strings.Split(row, " | ") {
			single := strings.TrimSuffix(text, "+")
			family.forms = append(family.forms, single)
			for _, plural := range []bool{false, true} {
				if plural && single == text {
					break
				}
				form := newForm(family, number, plural)
				first := strings.ToLower(form.words[0])
				forms[first] = append(forms[first], form)
				keys[strings.ToLower(strings.Join(form.words, ""))] = true
			}
		}
	}
	return forms, keys
}

func newForm(family *variantFamily, number int, plural bool) variantForm {
	text := family.text(number, plural)
	form := variantForm{family: family, number: number, plural: plural, exact: strings.ToLower(text) != text}
	begin := 0
	for i := range len(text) {
		if text[i] == ' ' || text[i] == '-' {
			form.words = append(form.words, text[begin:i])
			form.joints += text[i : i+1]
			begin = i + 1
		}
	}
	form.words = append(form.words, text[begin:])
	return form
}
