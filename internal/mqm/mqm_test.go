package mqm

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSeverity(t *testing.T) {
	for i, name := range []string{"neutral", "minor", "major", "critical"} {
		s, err := ParseSeverity(name)
		if err != nil || s != Severity(i) || s.String() != name {
			t.Errorf("%s: %d %s, %v", name, s, s, err)
		}
	}
	if !(Neutral < Minor && Minor < Major && Major < Critical) {
		t.Error("the severities are not in their order")
	}
	for _, name := range []string{"", "Major", "fatal", "major "} {
		_, err := ParseSeverity(name)
		if err == nil || !strings.Contains(err.Error(), `"`+name+`"`) || !strings.Contains(err.Error(), "critical") {
			t.Errorf("%q: %v", name, err)
		}
	}
	if got, err := json.Marshal(map[string]Severity{"severity": Major}); err != nil || string(got) != `{"severity":"major"}` {
		t.Errorf("%s, %v", got, err)
	}
}
