package english

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSpelling(t *testing.T) {
	for american, british := range map[string]string{
		"organize": "organise", "organization": "organisation", "organizations": "organisations",
		"modernization": "modernisation", "organizing": "organising", "organizer": "organiser", "mobilized": "mobilised",
		"analyze": "analyse", "analyzing": "analysing", "labor": "labour", "laborers": "labourers", "defense": "defence",
		"program": "programme", "programs": "programmes", "center": "centre", "centers": "centres",
		"centered": "centred", "theater": "theatre", "honor": "honour", "honorable": "honourable",
		"favorable": "favourable", "neighboring": "neighbouring", "behavior": "behaviour", "endeavor": "endeavour",
		"kilometers": "kilometres", "license": "licence", "practice": "practise", "fulfillment": "fulfilment",
		"fulfill": "fulfil", "enrollment": "enrolment", "councilor": "councillor", "counselors": "counsellors",
		"aging": "ageing", "modeling": "modelling", "judgment": "judgement", "offenses": "offences", "vigor": "vigour",
	} {
		if got := British(american); got != british {
			t.Errorf("British(%q) = %q, not %q", american, got, british)
		}
		if got := American(british); got != american {
			t.Errorf("American(%q) = %q, not %q", british, got, american)
		}
		if got := American(american); got != american {
			t.Errorf("American(%q) = %q", american, got)
		}
		if got := British(british); got != british {
			t.Errorf("British(%q) = %q", british, got)
		}
	}
}

func TestOneSpelling(t *testing.T) {
	for _, word := range strings.Fields(`committee congress enterprise enterprises exercise exercises exercised supervise
		supervising supervisor advise adviser promise promised unpromising rise rising uprising sunrise raise
		revise revised comprise compromise uncompromising franchise televise expertise premises otherwise likewise
		clockwise precise imprecise merchandise paradise surprising noise size prize seize capsize downsizing
		laboratory laborious honorary honorarium parameter diameter programmer vigorous rigorous crises analyses
		theses parties secretaries police policy bureau deputy day wise`) {
		if got := American(word); got != word {
			t.Errorf("American(%q) = %q", word, got)
		}
		if got := British(word); got != word {
			t.Errorf("British(%q) = %q", word, got)
		}
	}
}

// The British spelling of a word leads back to it: else one of two words of a
// vocabulary would hide the other.
func TestSpellingsRoundTrip(t *testing.T) {
	for _, pair := range spellings {
		if strings.Count(pair[0], "|") == 2 {
			american, british := strings.Trim(pair[0], "|"), strings.Trim(pair[1], "|")
			if British(american) != british || American(british) != american {
				t.Errorf("%v: an earlier pair hides it", pair)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		stem := rapid.StringMatching(`[a-z]{3,6}`).Draw(t, "stem")
		end := rapid.SampledFrom([]string{"ize", "ized", "izing", "ization", "ation", "er", "or", "ter", "se", ""}).Draw(t, "end")
		word := American(stem + end)
		if got := American(British(word)); got != word {
			t.Errorf("%q in British is %q, and back %q", word, British(word), got)
		}
	})
}
