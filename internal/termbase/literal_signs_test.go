package termbase

import "testing"

// Signs may say that a literal stands where it doesn't, never the other way
// round: every word of its groups has their signs, and every word that seeds it
// asks for them.
func TestSignsSpareNoLiteral(t *testing.T) {
	g, err := Load([]File{
		{Name: "glosses.tsv", Text: "zh\ten\n绿\tgreen | lush\n河\triver | stream\n学校\tschool\n初心\toriginal aspiration | first intent\n"},
		{Name: "ideas.tsv", Text: "id\tlang\tstatus\tterm\n" +
			"a\tzh\tpreferred\t绿河学校\na\ten\tpreferred\tRiverside College\n" +
			"b\tzh\tpreferred\t河学校\nb\ten\tpreferred\tWaterside College\n" +
			"c\tzh\tpreferred\t绿初心\nc\ten\tpreferred\tfounding purpose\n"},
	})
	if err != nil {
		t.Fatal(err)
	}
	l := &g.index.literal
	if len(l.literals) != 3 {
		t.Fatalf("%d literals, want 3", len(l.literals))
	}
	seeded := 0
	for id := range l.seeding {
		w := &l.seeding[id]
		for _, group := range w.groups.of(l.seedGroups) {
			seed := l.seeds[group]
			for _, one := range l.bySeed[seed.literals.from:seed.literals.to] {
				seeded++
				if !one.all.contain(seed.all) || one.groups > seed.groups || one.groups < w.least {
					t.Errorf("word %d seeds literal %d, and its signs miss it", id, one.number)
				}
			}
		}
	}
	if seeded == 0 {
		t.Error("no word seeds a literal")
	}
	for _, one := range l.bySeed {
		for _, group := range l.literals[one.number].groups.of(l.literalGroups) {
			if !one.all.contain(signOf(group)) {
				t.Errorf("literal %d lacks the sign of group %d", one.number, group)
			}
			for _, id := range l.groups[group].of(l.words) {
				if !l.signsOf[id].contain(signOf(group)) {
					t.Errorf("word %d lacks the sign of its group %d", id, group)
				}
			}
		}
	}
}
