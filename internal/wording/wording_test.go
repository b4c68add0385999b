package wording

import (
	"slices"
	"strings"
	"testing"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

// glossary has a rendering to flag (or a name to miss narrowly) for every rule.
func glossary(t testing.TB) *termbase.Glossary {
	t.Helper()
	files := map[string]string{
		"titles": `president|preferred|President of the People's Republic of China
			president|deprecated|President of the State
			president|deprecated|State President
			gs|preferred|general secretary of the CPC Central Committee
			gs|deprecated|party general secretary
			inspector|preferred|inspector
			inspector|deprecated|examiner of discipline
			chief|preferred|{nth} chief of the {place} office
			chief|deprecated|{nth} {place} office boss`,
		"organs": `acftu|preferred|All-China Federation of Trade Unions
			congress|preferred|{nth} National Congress of Chinese Trade Unions
			standing|preferred|Standing Committee of the CPC {place} Provincial Committee
			standing|deprecated|{place} Provincial Standing Party Committee
			chamber|preferred|the Chamber of Arts and Letters
			chamber|deprecated|Arts Chamber
			npc|preferred|NPC
			npc|deprecated|Popular Congress
			utility|preferred|Utility Board
			utility|deprecated|Energy Board
			office|preferred|utility desk
			office|deprecated|Energy Desk
			arts|preferred|Chinese Arts Office
			arts|deprecated|Arts Office
			firms|preferred|state-owned enterprise
			firms|deprecated|government firm
			soe|preferred|SOE
			soe|deprecated|public firm`,
		"phrases": `group|preferred|leadership team
			group|deprecated|leading group
			hq|preferred|general headquarters
			hq|deprecated|supreme command
			deputies|preferred|people's deputies
			deputies|deprecated|folk delegates
			modern|preferred|build~ a modern socialist country in all respects
			modern|deprecated|comprehensively build~ a modern socialist country
			take|preferred|take~ the lead in
			take|deprecated|play~ first violin at
			rnd|preferred|research and development (R&D)
			rnd|deprecated|exploring and developing
			role|preferred|leading role of the Party
			role|deprecated|leading role of Party
			era|preferred|new era of reform and opening up
			era|deprecated|new era of the reform and opening up
			self|preferred|self-reliance
			self|deprecated|standing on one's own feet
			open|preferred|high-standard opening up
			open|deprecated|high-level opening up
			road|preferred|building a strong country
			road|deprecated|construction of a great country
			plans|preferred|people's plans
			plans|deprecated|folk plan
			bureau|preferred|office of the All-China Federation of Trade Unions
			bureau|deprecated|standing bureau
			summer|preferred|Cool Summer visits
			summer|deprecated|sending cool
			help|preferred|help~ ensure
			help|deprecated|give~ a warrant for
			village|preferred|village self-governance
			village|deprecated|strict governance of the village
			troops|preferred|village army
			troops|deprecated|soldiers of the village
			minds|preferred|equip~ themselves with
			minds|deprecated|arm~ our minds with
			minds|deprecated|arm~ the mind with`,
	}
	var loaded []termbase.File
	for _, kind := range []string{"titles", "organs", "phrases"} {
		text := "id\tlang\tstatus\tterm\n"
		for _, line := range strings.Split(files[kind], "\n") {
			cells := strings.Split(strings.TrimSpace(line), "|")
			text += cells[0] + "\ten\t" + cells[1] + "\t" + cells[2] + "\n"
		}
		loaded = append(loaded, termbase.File{Name: kind + ".tsv", Text: text})
	}
	g, err := termbase.Load(loaded)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// read is a text as the reader of its format hands it on.
func read(t testing.TB, name, text string) *document.Document {
	t.Helper()
	f, err := format.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f.Document
}

// fits are the suggestions for all matches of a document.
func fits(g *termbase.Glossary, d *document.Document) []check.Suggestion {
	found := g.Find(d, termbase.Usage{})
	var out []check.Suggestion
	for _, m := range found.Matches {
		if s, ok := Fit(d, found.Text, m, m.Term.Entry.Preferred("", termbase.Date{})); ok {
			out = append(out, s)
		}
	}
	return out
}

// marked shows edits in their text: ⟨old→new⟩.
func marked(t testing.TB, text string, edits []edit.Edit) string {
	t.Helper()
	if _, err := edit.Apply(text, edits); err != nil {
		t.Fatal(err)
	}
	var show []edit.Edit
	for _, e := range edits {
		show = append(show, edit.Edit{Start: e.Start, End: e.End, New: "⟨" + text[e.Start:e.End] + "→" + e.New + "⟩"})
	}
	out, err := edit.Apply(text, show)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Each case has one match; want is what the place reads like, edits the exact
// edits in their text.
func TestFit(t *testing.T) {
	g := glossary(t)
	for _, c := range []struct{ name, text, want, edits string }{
		// Capitals.
		{"inside a sentence", "He joined the leading group.", "leadership team", "He joined the ⟨leading group→leadership team⟩."},
		{"first of the text", "Leading groups met here.", "Leadership teams", "⟨Leading groups→Leadership teams⟩ met here."},
		{"first of a sentence", "It rained. Leading groups met.", "Leadership teams", "It rained. ⟨Leading groups→Leadership teams⟩ met."},
		{"first in quotation marks", "It rained. “Leading groups met.”", "Leadership teams", "It rained. “⟨Leading groups→Leadership teams⟩ met.”"},
		{"after a question", "Who? Leading groups.", "Leadership teams", "Who? ⟨Leading groups→Leadership teams⟩."},
		{"first, but in small letters", "leading groups met here.", "leadership teams", "⟨leading groups→leadership teams⟩ met here."},
		{"capitals that nothing asks for", "He met the Leading Group here.", "leadership team", "He met the ⟨Leading Group→leadership team⟩ here."},
		{"after a number with a point", "By 2.5 Leading Groups met here.", "leadership teams", "By 2.5 ⟨Leading Groups→leadership teams⟩ met here."},
		{"line of capitals", "HE MET THE LEADING GROUP HERE.", "LEADERSHIP TEAM", "HE MET THE ⟨LEADING GROUP→LEADERSHIP TEAM⟩ HERE."},
		{"title with capitals", "Party General Secretary Li spoke.", "General Secretary of the CPC Central Committee", "⟨Party General Secretary→General Secretary of the CPC Central Committee⟩ Li spoke."},
		{"title without", "The party general secretary spoke.", "general secretary of the CPC Central Committee", "The ⟨party general secretary→general secretary of the CPC Central Committee⟩ spoke."},
		{"organ with capitals", "He met the Government Firm here.", "State-Owned Enterprise", "He met the ⟨Government Firm→State-Owned Enterprise⟩ here."},
		{"organ without", "He met the Government firm here.", "state-owned enterprise", "He met the ⟨Government firm→state-owned enterprise⟩ here."},
		{"rank of one word", "An Examiner of Discipline spoke.", "Inspector", "An ⟨Examiner of Discipline→Inspector⟩ spoke."},
		{"lower-case name", "the all-China federation of trade unions met.", "All-China Federation of Trade Unions", "the ⟨all-China federation of trade unions→All-China Federation of Trade Unions⟩ met."},

		// Number.
		{"plural of the head", "The leading groups met.", "leadership teams", "The ⟨leading groups→leadership teams⟩ met."},
		{"plural of a title", "Three Presidents of the State met.", "Presidents of the People's Republic of China", "Three Presidents of the ⟨State→People's Republic of China⟩ met."},
		{"plural without a form", "The supreme commands met.", "general headquarters", "The ⟨supreme commands→general headquarters⟩ met."},
		{"singular of a plural", "Every folk delegate met.", "people's deputy", "Every ⟨folk delegate→people's deputy⟩ met."},
		{"plural of an acronym", "The public firms met.", "SOEs", "The ⟨public firms→SOEs⟩ met."},
		{"plural of a compound", "The government firms met.", "state-owned enterprises", "The ⟨government firms→state-owned enterprises⟩ met."},
		{"possessive", "The leading group's plan.", "leadership team", "The ⟨leading group→leadership team⟩'s plan."},
		{"curly possessive", "The State President’s plan.", "President of the People's Republic of China", "The ⟨State President→President of the People's Republic of China⟩’s plan."},

		// Articles.
		{"a becomes an", "He is a examiner of discipline.", "inspector", "He is ⟨a→an⟩ ⟨examiner of discipline→inspector⟩."},
		{"an becomes a", "An Energy Board met.", "Utility Board", "⟨An→A⟩ ⟨Energy→Utility⟩ Board met."},
		{"an acronym", "It was a Popular Congress.", "NPC", "It was ⟨a→an⟩ ⟨Popular Congress→NPC⟩."},
		{"capitals: one article becomes another", "IT WAS AN ENERGY BOARD HERE.", "UTILITY BOARD", "IT WAS ⟨AN→A⟩ ⟨ENERGY→UTILITY⟩ BOARD HERE."},
		{"capitals: the sound of the word", "IT WAS A SUPREME COMMAND HERE.", "GENERAL HEADQUARTERS", "IT WAS A ⟨SUPREME COMMAND→GENERAL HEADQUARTERS⟩ HERE."},
		{"capitals: a letter more", "IT WAS A EXAMINER OF DISCIPLINE HERE.", "INSPECTOR", "IT WAS ⟨A→AN⟩ ⟨EXAMINER OF DISCIPLINE→INSPECTOR⟩ HERE."},
		{"capitals: L is no letter by itself", "A LEADING GROUP MET HERE.", "LEADERSHIP TEAM", "A ⟨LEADING GROUP→LEADERSHIP TEAM⟩ MET HERE."},
		{"article of its own", "It met Arts Chamber.", "the Chamber of Arts and Letters", "It met ⟨Arts Chamber→the Chamber of Arts and Letters⟩."},
		{"article doubled", "The Arts Chamber met.", "Chamber of Arts and Letters", "The ⟨Arts Chamber→Chamber of Arts and Letters⟩ met."},

		{"article of a noun, before a gerund", "It rests on the construction of a great country.", "building a strong country", "It rests on ⟨the construction of→building⟩ a ⟨great→strong⟩ country."},
		{"article before a plural", "It was a folk plan.", "people's plans", "It was ⟨a folk plan→people's plans⟩."},
		{"a body takes an article", "Farmers and soldiers of the village came.", "the village army", "Farmers and ⟨soldiers of →⟩the village⟨→ army⟩ came."},
		{"a body at the beginning", "Soldiers of the village came.", "The village army", "⟨Soldiers of the village→The village army⟩ came."},
		{"a body that has an article", "The soldiers of the village came.", "village army", "The ⟨soldiers of the →⟩village⟨→ army⟩ came."},
		{"a body with words before it", "Young soldiers of the village came.", "village army", "Young ⟨soldiers of the →⟩village⟨→ army⟩ came."},
		{"one of many", "He is a folk delegates here.", "people's deputy", "He is a ⟨folk delegates→people's deputy⟩ here."},
		{"article of the of behind it", "It rests on the strict governance of the village.", "village self-governance", "It rests on ⟨the strict governance of the village→village self-governance⟩."},
		{"a process before a verb", "The strict governance of the village is new.", "Village self-governance", "⟨The strict governance of the village→Village self-governance⟩ is new."},
		{"a process behind an a", "It is a strict governance of the village.", "village self-governance", "It is ⟨a strict governance of the village→village self-governance⟩."},
		{"article of the noun behind a process", "It is the strict governance of the village law.", "village self-governance", "It is the ⟨strict governance of the village→village self-governance⟩ law."},
		{"article of the noun behind a plural", "It was a folk plan office.", "people's plans", "It was a ⟨folk plan→people's plans⟩ office."},

		// What stands before or behind says it already.
		{"first word before", "The people's folk plan met.", "plans", "The people's ⟨folk plan→plans⟩ met."},
		{"owner in short", "The standing bureau of the Federation met.", "office of the All-China Federation of Trade Unions", "The ⟨standing bureau of the Federation→office of the All-China Federation of Trade Unions⟩ met."},
		{"capitals: the Party as the owner", "THE PARTY GENERAL SECRETARY OF THE CPC MET.", "GENERAL SECRETARY OF THE CPC CENTRAL COMMITTEE", "THE ⟨PARTY →⟩GENERAL SECRETARY OF THE CPC⟨→ CENTRAL COMMITTEE⟩ MET."},
		{"owner of another name", "The standing bureau of the Federation Cup met.", "office of the All-China Federation of Trade Unions", "The ⟨standing bureau→office of the All-China Federation of Trade Unions⟩ of the Federation Cup met."},
		{"last word follows", "The leading group team met.", "leadership", "The ⟨leading group→leadership⟩ team met."},
		{"the country, said in Chinese", "The Arts Office of China met.", "Chinese Arts Office", "The ⟨→Chinese ⟩Arts Office⟨ of China→⟩ met."},
		{"a name goes on", "The Lake Energy Desk met.", "Utility Desk", "The Lake ⟨Energy→Utility⟩ Desk met."},
		{"a name begins a sentence behind a small word", "The Energy Desk met.", "Utility Desk", "The ⟨Energy→Utility⟩ Desk met."},
		{"another word follows", "The leading group members met.", "leadership team", "The ⟨leading group→leadership team⟩ members met."},

		// Verbs.
		{"base", "We comprehensively build a modern socialist country.", "build a modern socialist country in all respects", "We ⟨comprehensively →⟩build a modern socialist country⟨→ in all respects⟩."},
		{"ing", "Comprehensively building a modern socialist country matters.", "Building a modern socialist country in all respects", "⟨Comprehensively building→Building⟩ a modern socialist country⟨→ in all respects⟩ matters."},
		{"third", "It plays first violin at reform.", "takes the lead in", "It ⟨plays first violin at→takes the lead in⟩ reform."},
		{"past", "It played first violin at reform.", "took the lead in", "It ⟨played first violin at→took the lead in⟩ reform."},
		{"participle", "It has played first violin at reform.", "taken the lead in", "It has ⟨played first violin at→taken the lead in⟩ reform."},
		{"our minds", "We arm our minds with it.", "equip ourselves with", "We ⟨arm our minds→equip ourselves⟩ with it."},
		{"the mind", "They arm the mind with it.", "equip themselves with", "They ⟨arm the mind→equip themselves⟩ with it."},
		{"a noun to ensure", "It gives a warrant for peace.", "helps ensure", "It ⟨gives a warrant for→helps ensure⟩ peace."},
		{"participle after an adverb", "It has always played first violin at reform.", "taken the lead in", "It has always ⟨played first violin at→taken the lead in⟩ reform."},

		// Slots.
		{"place", "The Hunan Provincial Standing Party Committee met.", "Standing Committee of the CPC Hunan Provincial Committee", "The ⟨Hunan Provincial Standing Party→Standing Committee of the CPC Hunan Provincial⟩ Committee met."},
		{"place of two words", "The Inner\nMongolia Provincial Standing Party Committee met.", "Standing Committee of the CPC Inner Mongolia Provincial Committee", "The ⟨Inner→Standing Committee of the CPC Inner Mongolia⟩\n⟨Mongolia Provincial Standing Party→Provincial⟩ Committee met."},
		{"two slots", "The 3rd Hebei office boss met.", "3rd chief of the Hebei office", "The 3rd ⟨→chief of the ⟩Hebei office⟨ boss→⟩ met."},
		{"ordinal", "the 18th National Congress of the Chinese Trade Union met.", "18th National Congress of Chinese Trade Unions", "the 18th National Congress of ⟨the →⟩Chinese Trade ⟨Union→Unions⟩ met."},

		// The smallest edit.
		{"hyphen only", "the All China Federation of Trade Unions met.", "All-China Federation of Trade Unions", "the All⟨ →-⟩China Federation of Trade Unions met."},
		{"one word only", "the high-level opening up of China.", "high-standard opening up", "the high-⟨level→standard⟩ opening up of China."},
		{"another hyphen stays", "the high\u2011level opening up of China.", "high-standard opening up", "the high\u2011⟨level→standard⟩ opening up of China."},
		{"double spaces stay", "the high-level  opening  up of China.", "high-standard opening up", "the high-⟨level→standard⟩  opening  up of China."},
		{"invisible characters stay", "the All China Fede\u00adration\u00a0of Trade Un\u200bions met.", "All-China Federation of Trade Unions", "the All⟨ →-⟩China Fede\u00adration\u00a0of Trade Un\u200bions met."},
		{"line break stays", "He met the President of\nthe State yesterday.", "President of the People's Republic of China", "He met the President of\nthe ⟨State→People's Republic of China⟩ yesterday."},
		{"DOS line break stays", "He met the high-level\r\nopening\r\nup here.", "high-standard opening up", "He met the high-⟨level→standard⟩\r\nopening\r\nup here."},
		{"hyphen at the end of a line", "It is high-\nlevel opening up here.", "high-standard opening up", "It is high-\n⟨level→standard⟩ opening up here."},
		{"words put before a line break", "the Hunan Provincial Standing Party\nCommittee met.", "Standing Committee of the CPC Hunan Provincial Committee", "the ⟨Hunan Provincial Standing Party→Standing Committee of the CPC Hunan Provincial⟩\nCommittee met."},
		{"nothing in common", "in exploring and developing all.", "research and development (R&D)", "in ⟨exploring and developing→research and development (R&D)⟩ all."},
		{"from one word's end", "by standing on one's own feet now.", "self-reliance", "by ⟨standing on one's own feet→self-reliance⟩ now."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, "text.txt", c.text+"\n\nThe end of it.")
			got := fits(g, d)
			if len(got) != 1 {
				t.Fatalf("%d suggestions: %v", len(got), got)
			}
			if got[0].Text != c.want {
				t.Errorf("reads %q, not %q", got[0].Text, c.want)
			}
			if shown, _ := strings.CutSuffix(marked(t, d.Text, got[0].Edits), "\n\nThe end of it."); shown != c.edits {
				t.Errorf("edits\n%s\nnot\n%s", shown, c.edits)
			}
			if !got[0].Safe {
				t.Error("not safe, though no markup is in the way")
			}
			if !slices.IsSortedFunc(got[0].Edits, edit.Compare) {
				t.Errorf("not sorted: %v", got[0].Edits)
			}
		})
	}
}

// Where the words around don't go with the term, nothing is offered.
func TestFitNothing(t *testing.T) {
	g := glossary(t)
	for _, text := range []string{
		"It gives a warrant for winning the race.",
		"IT GIVES A WARRANT FOR WINNING THE RACE.",
		"They began a “sending cool” campaign.",
	} {
		if got := fits(g, read(t, "text.txt", text)); len(got) > 0 {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// Markup and line breaks keep every byte; what has to go around markup isn't
// safe.
func TestFitAroundMarkup(t *testing.T) {
	g := glossary(t)
	for _, c := range []struct {
		name, file, text, edits string
		safe                    bool
	}{
		{"before an emphasis", "a.md", "Keep the leading role of **Party** here.", "Keep the leading role of ⟨→the ⟩**Party** here.", true},
		{"after an emphasis", "a.md", "Keep the **leading role of** Party here.", "Keep the **leading role of** ⟨→the ⟩Party here.", true},
		{"whole in an emphasis", "a.md", "He met the *leading group* here.", "He met the *⟨leading group→leadership team⟩* here.", true},
		{"whole in a link", "a.md", "He met the [leading group](leading-group.md) here.", "He met the [⟨leading group→leadership team⟩](leading-group.md) here.", true},
		{"across an emphasis", "a.md", "He met the **leading** group here.", "He met the **⟨leading→leadership⟩**⟨ group→ team⟩ here.", false},
		{"across the space in a link", "a.md", "He met the [leading ](x)group here.", "He met the [⟨leading →leadership ⟩](x)⟨group→team⟩ here.", false},
		{"across its end", "a.md", "He met the _leading_ _group_ here.", "He met the _⟨leading→leadership⟩_ _⟨group→team⟩_ here.", false},
		{"one word in an emphasis", "a.md", "the **Energy** Board met.", "the **⟨Energy→Utility⟩** Board met.", true},
		{"hyphen at an emphasis", "a.md", "the All **China** Federation of Trade Unions met.", "the All⟨ →-⟩**China** Federation of Trade Unions met.", true},
		{"nothing left in an emphasis", "a.md", "the new era of **the** reform and opening up.", "the new era of **⟨the→⟩**⟨ →⟩reform and opening up.", false},
		{"article before an emphasis", "a.md", "He is a *examiner of discipline* here.", "He is ⟨a→an⟩ *⟨examiner of discipline→inspector⟩* here.", true},
		{"article before code", "a.md", "He is a `x` examiner of discipline here.", "He is a `x` ⟨examiner of discipline→inspector⟩ here.", true},
		{"code before the words that repeat", "a.md", "The leading group `x` team met.", "The ⟨leading group→leadership team⟩ `x` team met.", true},
		{"word after a quoted line break", "a.md", "> Keep the leading role of\n> Party in all this.", "> Keep the leading role of\n> ⟨→the ⟩Party in all this.", true},
		{"word gone before one", "a.md", "> It is the new era of the\n> reform and opening up.", "> It is the new era of⟨ the→⟩\n> reform and opening up.", true},
		{"word gone after one", "a.md", "> It is the new era of\n> the reform and opening up.", "> It is the new era of\n> ⟨the →⟩reform and opening up.", true},
		{"across a quoted line break", "a.md", "> We met the leading\n> group in all this.", "> We met the ⟨leading→leadership⟩\n> ⟨group→team⟩ in all this.", false},
		{"word after a line break", "a.txt", "We must all keep the leading role of\nParty in all this.", "We must all keep the leading role of\n⟨→the ⟩Party in all this.", true},
		{"word gone before a line break", "a.txt", "We said it is the new era of the\nreform and opening up now.", "We said it is the new era of⟨ the→⟩\nreform and opening up now.", true},
		{"across a line break", "a.txt", "We all met the leading\ngroup in all this.", "We all met the ⟨leading→leadership⟩\n⟨group→team⟩ in all this.", true},
		{"one word for a line and a half", "a.txt", "He is the examiner\nof discipline in all this.", "He is the ⟨examiner→inspector⟩\n⟨of discipline→⟩ in all this.", false},
		{"hyphen at a line break", "a.txt", "We all met the All\nChina Federation of Trade Unions.", "We all met the All⟨→-⟩\nChina Federation of Trade Unions.", false},
		{"heading", "a.md", "# A Leading Group of the World", "# A ⟨Leading Group→Leadership Team⟩ of the World", true},
		{"heading in small letters", "a.md", "# A leading group of the world", "# A ⟨leading group→leadership team⟩ of the world", true},
		{"small words of a heading", "a.md", "# Leading Role of Party", "# Leading Role of ⟨→the ⟩Party", true},
		{"first of a heading", "a.md", "# Leading groups of the world", "# ⟨Leading groups→Leadership teams⟩ of the world", true},
		{"first of a table cell", "a.md", "| a | b |\n|---|---|\n| Leading group | x |", "| a | b |\n|---|---|\n| ⟨Leading group→Leadership team⟩ | x |", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.file, c.text+"\n\nThe end of it.\n")
			got := fits(g, d)
			if len(got) != 1 {
				t.Fatalf("%d suggestions: %v", len(got), got)
			}
			if shown, _ := strings.CutSuffix(marked(t, d.Text, got[0].Edits), "\n\nThe end of it.\n"); shown != c.edits {
				t.Errorf("edits\n%s\nnot\n%s", shown, c.edits)
			}
			if got[0].Safe != c.safe {
				t.Errorf("safe is %v", got[0].Safe)
			}
		})
	}
}

// A term whose slot nothing fills can't be put there.
func TestFitWithoutFill(t *testing.T) {
	g := glossary(t)
	d := read(t, "a.txt", "The leading group met.")
	found := g.Find(d, termbase.Usage{})
	for _, id := range []string{"standing", "congress"} {
		if s, ok := Fit(d, found.Text, found.Matches[0], g.Entry(id).Preferred("", termbase.Date{})); ok {
			t.Errorf("%s fits as %q", id, s.Text)
		}
	}
}
