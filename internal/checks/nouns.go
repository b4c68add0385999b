package checks

import (
	"strings"

	"rectify/internal/check"
	"rectify/internal/english"
)

// nounKind says whether a word is a noun.
type nounKind uint8

const (
	noNoun nounKind = iota + 1
	// maybeNoun is a verb or an adjective too: a noun only behind a noun.
	maybeNoun
	sureNoun
)

// nouns are the nouns of officials' prose, and their plurals, that their
// endings don't tell.
var nouns = func() map[string]nounKind {
	m := map[string]nounKind{}
	add := func(list string, kind nounKind) {
		for _, w := range strings.Fields(list) {
			m[w], m[english.Plural(w)] = kind, kind
		}
	}
	add(`ability access accident account achievement activity administrator agency agriculture aid air ambition
		area army art article asset association atmosphere authority bank bay board body book border branch bridge bureau
		business cadre campus capacity capital career carbon case category cause center century channel charity child
		citizen city class climate coal coast college commodity community company concept congress consensus consumer
		contingent contract cooperative corridor coverage corruption county course court craftsman crime crisis criterion crop cluster culture
		customs cycle data date decade defect department difficulty digit drainage disaster disease district doctor document
		economy ecology ecosystem education effect efficiency electricity employee employer energy engine engineer
		enterprise entity epidemic equipment era ethics expert expertise export facility factory faculty family farm
		farmer farmland feature field finance fire fish flood food forest fraud freight fuel fund gas gene goal goods
		governance government grain grassroots greenhouse hazard health heritage highway history hospital hotel
		household hub idea ideology image income incentive index indicator industry inflation information
		infrastructure ingredient initiative innovation inspector institution instrument insurance intelligence
		internet job joint journalist judge justice key knowledge laboratory labor land law lawyer leader leadership
		library life lifestyle line livelihood livestock loan logistics machine machinery management manufacturer
		masses material matter means measure mechanism media medicine meeting member method migrant mindset mine mode
		model module money morale mountain movement museum network news norm nurse object occupation ocean office
		officer oil opinion organ organization orphan owner ownership park partner partnership party
		patent path patient people personnel phase philosophy physician pipeline place platform police policy
		poverty power price principle problem procedure procurement product production profession professor profit
		property province quality quota rail railway rain rate ratio region regime regulator resident resource
		responsibility revenue right river road role route rule safety sale sanitation scale school science scientist
		sector security seed seminar series site skill society soil source space species sphere spirit
		sport staff sewage stage standard station statistics status steel storage story street strategy student style subsidy
		subway system talent target task tax teacher team technology telecom theory thought time tool tourism tourist
		town township tradition traffic treasury treaty trend trial truth tunnel union unit university value vehicle
		venue victim village vitality volume volunteer wage war warehouse waste water wealth weapon weather welfare
		woman worker workforce workshop world youth zone`, sureNoun)
	add(`advance address aim approach attempt balance base benefit brand budget call challenge change charge check
		claim combat conduct contact control cost credit cut deal debate decrease demand design display
		drive effort end evidence exchange exercise experience experiment fall fight focus force form function group
		growth guarantee guard guide help host house impact implement import increase influence interest
		issue label lead level limit link list loss mark market mention need offer official order pattern permit
		plan plant point position practice process program progress project promise protest purchase push question
		range reach record reference reform rent report request rescue research respect response result review rise risk
		sample search service set shape share ship shift show sign start state step stop stress structure study supply
		support surplus survey test touch track trade train transfer transit transport treat trust turn use view visit vote
		watch witness work harness enhance complement supplement mission compliment torment cement segment lament
		commission condition caution ration motion station sanction auction balance finance distance instance
		building farming manufacturing housing training planning banking engineering financing funding lending marketing
		monitoring processing recycling shipping testing trafficking breeding planting teaching learning living
		servicing staffing upgrading`, maybeNoun)
	for _, w := range strings.Fields("once since hence thence whence advance enhance glance commence sentence silence") {
		m[w] = noNoun
	}
	return m
}()

// nounsByHash holds the same words for those of a text.
var nounsByHash = newWordKinds(nouns)

// nounEndings are those of nouns that are seldom anything else, by their last letter.
var nounEndings = func() (table [256][]string) {
	for _, e := range strings.Fields("tion sion ment ness ity ship ance ence ism tions sions ments ities ances ences") {
		last := e[len(e)-1]
		table[last] = append(table[last], e)
	}
	return table
}()

// noun says whether a lower-case word is a noun.
func noun(word string) nounKind {
	if kind, known := nouns[word]; known {
		return kind
	}
	return nounByEnding(word)
}

// nounAt says whether word i is a noun; one with a capital is a name's.
func nounAt(p *check.Pass, i int) nounKind {
	w := &p.Words[i]
	if w.Mark() || w.Capital() || w.Digit() || w.Stem()-w.Start < 3 {
		return noNoun
	}
	text := p.Document.Text[w.Start:w.Stem()]
	switch {
	case text[0] < 'a' || text[0] > 'z':
		return noNoun
	case w.Possessive():
		return noun(text)
	}
	if kind := nounKind(nounsByHash.of(w.Hash())); kind != 0 {
		return kind
	}
	return nounByEnding(text)
}

// nounByEnding says whether a lower-case word ends as nouns do.
func nounByEnding(word string) nounKind {
	if len(word) < 6 {
		return noNoun
	}
	for _, e := range nounEndings[word[len(word)-1]] {
		if strings.HasSuffix(word, e) {
			return sureNoun
		}
	}
	return noNoun
}
