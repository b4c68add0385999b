package english

import (
	"slices"
	"strings"
)

// iseWords end in -ise in America too: their British form is no variant.
var iseWords = set(`advertise advise appraise apprise arise braise bruise chastise chemise circumcise comprise
	compromise concise cruise demise despise devise disenfranchise disguise enfranchise enterprise excise exercise
	expertise franchise imprecise improvise incise liaise malaise marquise mayonnaise megalopolise megapolise merchandise metropolise moonrise noise
	paradise poise porpoise practise praise precise premise promise raise reprise revise rise sunrise supervise
	surprise televise tortoise treatise turquoise uprise valise`)

// izeWords end in -ize in Britain too.
var izeWords = set("assize capsize downsize outsize oversize resize rightsize supersize undersize upsize")

// spellings pairs the beginnings of American words with British ones; a bar
// marks the end of a word.
// The first pair that fits holds.
var spellings = [][2]string{
	{"labor|", "labour|"},
	{"labors|", "labours|"},
	{"labored|", "laboured|"},
	{"laboring|", "labouring|"},
	{"laborer", "labourer"},
	{"honor|", "honour|"},
	{"honors|", "honours|"},
	{"honored|", "honoured|"},
	{"honoring|", "honouring|"},
	{"honorabl", "honourabl"},
	{"dishonor", "dishonour"},
	{"favor", "favour"},
	{"color|", "colour|"},
	{"colors|", "colours|"},
	{"colored|", "coloured|"},
	{"colorful", "colourful"},
	{"behavior", "behaviour"},
	{"endeavor", "endeavour"},
	{"neighbor", "neighbour"},
	{"harbor", "harbour"},
	{"vigor|", "vigour|"},
	{"rigor|", "rigour|"},
	{"valor|", "valour|"},
	{"humor|", "humour|"},
	{"rumor", "rumour"},
	{"tumor", "tumour"},
	{"armor", "armour"},
	{"savior", "saviour"},
	{"splendor|", "splendour|"},
	{"fervor|", "fervour|"},
	{"ardor|", "ardour|"},
	{"defense", "defence"},
	{"offense", "offence"},
	{"pretense", "pretence"},
	{"license|", "licence|"},
	{"licenses|", "licences|"},
	{"practice", "practise"},
	{"practicing|", "practising|"},
	{"centered|", "centred|"},
	{"centering|", "centring|"},
	{"center|", "centre|"},
	{"centers|", "centres|"},
	{"centerpiece", "centrepiece"},
	{"epicenter", "epicentre"},
	{"theater", "theatre"},
	{"meter|", "metre|"},
	{"meters|", "metres|"},
	{"kilometer", "kilometre"},
	{"centimeter", "centimetre"},
	{"millimeter", "millimetre"},
	{"liter|", "litre|"},
	{"liters|", "litres|"},
	{"fiber", "fibre"},
	{"caliber|", "calibre|"},
	{"program|", "programme|"},
	{"programs|", "programmes|"},
	{"catalog|", "catalogue|"},
	{"catalogs|", "catalogues|"},
	{"councilor", "councillor"},
	{"counselor", "counsellor"},
	{"counseling|", "counselling|"},
	{"fulfill|", "fulfil|"},
	{"fulfills|", "fulfils|"},
	{"fulfillment", "fulfilment"},
	{"enroll|", "enrol|"},
	{"enrolls|", "enrols|"},
	{"enrollment", "enrolment"},
	{"installment", "instalment"},
	{"skillful", "skilful"},
	{"willful", "wilful"},
	{"jewelry|", "jewellery|"},
	{"aging|", "ageing|"},
	{"traveler", "traveller"},
	{"traveled|", "travelled|"},
	{"traveling|", "travelling|"},
	{"modeled|", "modelled|"},
	{"modeling|", "modelling|"},
	{"signaled|", "signalled|"},
	{"signaling|", "signalling|"},
	{"labeled|", "labelled|"},
	{"labeling|", "labelling|"},
	{"leveled|", "levelled|"},
	{"leveling|", "levelling|"},
	{"canceled|", "cancelled|"},
	{"canceling|", "cancelling|"},
	{"channeled|", "channelled|"},
	{"channeling|", "channelling|"},
	{"fueled|", "fuelled|"},
	{"fueling|", "fuelling|"},
	{"judgment", "judgement"},
	{"acknowledgment", "acknowledgement"},
	{"artifact", "artefact"},
	{"aluminum|", "aluminium|"},
	{"skeptic", "sceptic"},
	{"maneuver", "manoeuvre"},
	{"plow", "plough"},
}

// izeEndings pairs the endings of -ize verbs and their nouns.
var izeEndings = [][2]string{
	{"izations", "isations"},
	{"ization", "isation"},
	{"izing", "ising"},
	{"ized", "ised"},
	{"izers", "isers"},
	{"izer", "iser"},
	{"izes", "ises"},
	{"ize", "ise"},
	{"yzing", "ysing"},
	{"yzed", "ysed"},
	{"yzer", "yser"},
	{"yze", "yse"},
}

// American is the American spelling of a lower-case word; most words are
// their own.
func American(lower string) string {
	if n := americanEnding(lower); n >= 0 {
		lower = strings.TrimSuffix(lower, izeEndings[n][1]) + izeEndings[n][0]
	}
	return respell(lower, 1, 0)
}

// americanEnding is the place in [izeEndings] of the ending that a lower-case word has
// on the American side and not here; -1 if it has none.
func americanEnding(lower string) int {
	return slices.IndexFunc(izeEndings, func(e [2]string) bool {
		stem, ok := strings.CutSuffix(lower, e[1])
		return ok && len(stem) > 2 && !keepsIse(stem)
	})
}

// keepsIse reports whether the stem and -ise make a word that no one writes
// with a z.
func keepsIse(stem string) bool {
	return strings.HasSuffix(stem, "w") || iseWords[strings.TrimPrefix(stem, "un")+"ise"] // otherwise, unpromising
}

// British is the British spelling of a lower-case word in American spelling.
func British(lower string) string {
	if n := britishEnding(lower); n >= 0 {
		lower = strings.TrimSuffix(lower, izeEndings[n][0]) + izeEndings[n][1]
	}
	return respell(lower, 0, 1)
}

// britishEnding is the place in [izeEndings] of the ending that a lower-case word has
// on the British side and not here; -1 if it has none.
func britishEnding(lower string) int {
	return slices.IndexFunc(izeEndings, func(e [2]string) bool {
		stem, ok := strings.CutSuffix(lower, e[0])
		return ok && len(stem) > 2 && !izeWords[stem+"ize"] && !keepsIse(stem)
	})
}

// respelling is a pair of spellings without the mark; whole pairs are words.
type respelling struct {
	pair  [2]string
	whole bool
}

// respelled tells for the first four letters of a word which of [respellings] may
// fit it; no part of [spellings] is shorter. The first list is empty.
var respelled, respellings = func() (table [1 << 12]uint8, lists [][]respelling) {
	lists = append(lists, nil)
	for _, pair := range spellings {
		american, whole := strings.CutSuffix(pair[0], "|")
		british := strings.TrimSuffix(pair[1], "|")
		beginnings := []uint32{fourLetters(american), fourLetters(british)}
		for _, letters := range slices.Compact(beginnings) {
			if table[letters] == 0 {
				table[letters] = uint8(len(lists))
				lists = append(lists, nil)
			}
			list := &lists[table[letters]]
			*list = append(*list, respelling{[2]string{american, british}, whole})
		}
	}
	return table, lists
}()

// respell writes a word in the other spelling, if it has one: from and to are
// places in a pair of spellings.
func respell(lower string, from, to int) string {
	r := respellingOf(lower, from)
	if r == nil {
		return lower
	}
	return r.pair[to] + lower[len(r.pair[from]):]
}

// respellingOf is the pair with a word in it, or nil.
func respellingOf(lower string, from int) *respelling {
	if len(lower) < 4 {
		return nil
	}
	list := respellings[respelled[fourLetters(lower)]]
	for i := range list {
		r := &list[i]
		if part := r.pair[from]; strings.HasPrefix(lower, part) && (!r.whole || lower == part) {
			return r
		}
	}
	return nil
}
