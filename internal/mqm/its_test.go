package mqm

import "testing"

func TestITS(t *testing.T) {
	for category, want := range map[Category]string{
		AgainstResource: "terminology", InconsistentUse: "inconsistency", Spelling: "misspelling",
		HouseStyle: "style", QuestionableMarkup: "markup", "accuracy/a/b": "mistranslation", "x/y": "other", "": "other",
	} {
		if got := category.ITSType(); got != want {
			t.Errorf("%s: %s, want %s", category, got, want)
		}
	}
	last := -1
	for s := range Severities {
		if at := Severity(s).ITSSeverity(); at <= last || at > 100 {
			t.Errorf("%v: %d after %d", Severity(s), at, last)
		} else {
			last = at
		}
	}
}
