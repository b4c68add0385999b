package english

import "strings"

// iseWords end in -ise in America too: their British form is no variant.
var iseWords = set(`advertise advise arise comprise compromise concise demise despise devise disguise
	enterprise excise exercise expertise franchise improvise merchandise otherwise paradise praise precise
	premise promise raise revise rise supervise surprise televise treatise wise likewise
	appraise bruise chemise cruise liaise noise reprise valise`)

// spellings pairs American word parts with British ones. A part marks the end
// or the beginning of the word by a bar.
var spellings = [][2]string{
	{"|labor", "|labour"}, {"|honor", "|honour"}, {"|favor", "|favour"}, {"|color", "|colour"},
	{"|behavior", "|behaviour"}, {"|endeavor", "|endeavour"}, {"|neighbor", "|neighbour"},
	{"|harbor", "|harbour"}, {"|vigor|", "|vigour|"}, {"|rigor|", "|rigour|"}, {"|valor|", "|valour|"},
	{"|defense", "|defence"}, {"|offense", "|offence"}, {"|center", "|centre"}, {"|theater", "|theatre"},
	{"|program|", "|programme|"}, {"|programs|", "|programmes|"}, {"|councilor", "|councillor"},
	{"|counselor", "|counsellor"}, {"|fulfill|", "|fulfil|"}, {"|fulfillment|", "|fulfilment|"},
	{"|traveler", "|traveller"}, {"|skillful", "|skilful"}, {"|catalog|", "|catalogue|"},
	{"|modeling|", "|modelling|"}, {"|signaling|", "|signalling|"},
}

// izeEndings pairs the endings of -ize verbs and their nouns.
var izeEndings = [][2]string{
	{"izations", "isations"}, {"ization", "isation"}, {"izing", "ising"}, {"ized", "ised"},
	{"izers", "isers"}, {"izer", "iser"}, {"izes", "ises"}, {"ize", "ise"},
}

// American is the American spelling of a lower-case word; most words are
// their own.
func American(lower string) string {
	for _, e := range izeEndings {
		if stem, ok := strings.CutSuffix(lower, e[1]); ok && len(stem) > 2 && !iseWords[stem+"ise"] {
			return stem + e[0]
		}
	}
	return respell(lower, 1, 0)
}

// British is the British spelling of a lower-case word in American spelling.
func British(lower string) string {
	for _, e := range izeEndings {
		if stem, ok := strings.CutSuffix(lower, e[0]); ok && len(stem) > 2 {
			return stem + e[1]
		}
	}
	return respell(lower, 0, 1)
}

func respell(lower string, from, to int) string {
	barred := "|" + lower + "|"
	for _, pair := range spellings {
		if strings.Contains(barred, pair[from]) {
			return strings.Trim(strings.Replace(barred, pair[from], pair[to], 1), "|")
		}
	}
	return lower
}
