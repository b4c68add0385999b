package termbase

import "testing"

func TestSure(t *testing.T) {
	for bound, want := range map[string]string{
		"2018-03-17": "2018-04-17", "2018-12": "2019-01-01", "2018": "2019-01-02", "2019-12-31": "2020-01-31",
	} {
		day, err := ParseDate(bound)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.Sure().String(); got != want {
			t.Errorf("%s is sure from %s, want %s", bound, got, want)
		}
	}
}
