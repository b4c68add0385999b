package termbase

import "strings"

// people are the holders of offices, by the letters of their names and by
// their offices.
type people struct{ byName, byOffice map[string][]Holder }

func newPeople(holders []Holder) people {
	p := people{map[string][]Holder{}, map[string][]Holder{}}
	for _, h := range holders {
		p.byName[Letters(h.Person)] = append(p.byName[Letters(h.Person)], h)
		p.byOffice[h.Office] = append(p.byOffice[h.Office], h)
	}
	return p
}

// Letters are the letters of a name in lower case, without what parts them:
// two spellings of a name that split it differently have the same ones.
func Letters(name string) string {
	return apart.Replace(strings.ToLower(name))
}

var apart = strings.NewReplacer(" ", "", "-", "", "'", "", "’", "", "\n", "", "\r", "", "\t", "")

// OfficesOf are the offices that the people whose name has these letters held.
func (g *Glossary) OfficesOf(letters string) []Holder { return g.people().byName[letters] }

// HoldersOf are the holders of an office.
func (g *Glossary) HoldersOf(office string) []Holder { return g.people().byOffice[office] }
