package review_test

import (
	"testing"

	"rectify/internal/document"
	"rectify/internal/review"
)

func TestDateline(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "",
		"No date here, but 3000 words.":        "",
		"2023-10-25 Source: a paper":           "2023-10-25",
		"On 2023/1/5 and 2024-02-02":           "2023-01-05",
		"BEIJING, Oct. 3, 2019 (Xinhua)":       "2019-10-03",
		"In 2018, on March 17th, 2019, it":     "2019-03-17",
		"It was Sept. 30 2021.":                "2021-09-30",
		"in 2035 and beyond 2035-13-40":        "",
		"May 2020 came; then June 1, 2020":     "2020-06-01",
		"phone 12023-10-25":                    "",
		"中新网2023.05.06电":                       "2023-05-06",
		"a year such as 20231025 is no date":   "",
		"On the 3rd of the 2023-10-25 list":    "2023-10-25",
		"a 2023-10-25":                         "2023-10-25",
		"at 2023-10-25":                        "2023-10-25",
		"now 2023-10-25":                       "2023-10-25",
		"May 25th, 2019":                       "2019-05-25",
		"May 5 2019":                           "2019-05-05",
		"December 31, 1949 is before our time": "",
	} {
		d := document.New("a.txt", text, nil)
		if got := review.Dateline(d).String(); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
