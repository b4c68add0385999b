package check

import (
	"encoding/json"
	"strings"
	"testing"

	"rectify/internal/mqm"
)

func TestCertainty(t *testing.T) {
	for i, name := range []string{"advice", "likely", "proven"} {
		c, err := ParseCertainty(name)
		if err != nil || c != Certainty(i) || c.String() != name {
			t.Errorf("%s: %d %s, %v", name, c, c, err)
		}
	}
	if !(Advice < Likely && Likely < Proven) {
		t.Error("the certainties are not in their order")
	}
	for _, name := range []string{"", "Proven", "sure"} {
		_, err := ParseCertainty(name)
		if err == nil || !strings.Contains(err.Error(), `"`+name+`"`) || !strings.Contains(err.Error(), "likely") {
			t.Errorf("%q: %v", name, err)
		}
	}
	if got, err := json.Marshal(Proven); err != nil || string(got) != `"proven"` {
		t.Errorf("%s, %v", got, err)
	}
}

// An issue is as bad and as sure as its check, unless it says otherwise, even
// that it is the least.
func TestIssueBringsItsOwn(t *testing.T) {
	c := &Check{Severity: mqm.Major, Certainty: Proven}
	neutral, advice := mqm.Neutral, Advice
	for _, row := range []struct {
		issue     Issue
		severity  mqm.Severity
		certainty Certainty
	}{
		{Issue{Check: c}, mqm.Major, Proven},
		{Issue{Check: c, Severity: &neutral}, mqm.Neutral, Proven},
		{Issue{Check: c, Certainty: &advice}, mqm.Major, Advice},
	} {
		if row.issue.HowBad() != row.severity || row.issue.HowSure() != row.certainty {
			t.Errorf("%s, %s instead of %s, %s", row.issue.HowBad(), row.issue.HowSure(), row.severity, row.certainty)
		}
	}
}
