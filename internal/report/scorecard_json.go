package report

import (
	"io"

	"rectify/internal/mqm"
	"rectify/internal/scorecard"
)

// scoreSchema names the shape of a scorecard's JSON.
const scoreSchema = "rectify.score/1"

type jsonScore struct {
	Schema string         `json:"schema"`
	Model  jsonModel      `json:"model"`
	Files  []jsonFileCard `json:"files"`
	All    jsonCard       `json:"all"`
	Pass   bool           `json:"pass"`
}

type jsonModel struct {
	Penalties      map[string]int `json:"penalties"`
	ReferenceWords int            `json:"reference_words"`
	MaximumScore   int            `json:"maximum_score"`
	Scaling        float64        `json:"scaling"`
	PassMark       float64        `json:"pass_mark"`
}

type jsonFileCard struct {
	Path string `json:"path"`
	jsonCard
}

type jsonCard struct {
	Words      int            `json:"words"`
	Errors     []jsonErrors   `json:"errors"`
	BySeverity map[string]int `json:"by_severity"`
	Penalty    int            `json:"penalty"`
	PerWord    float64        `json:"penalty_per_word"`
	Normed     float64        `json:"normed_penalty"`
	Score      float64        `json:"score"`
	Pass       bool           `json:"pass"`
}

type jsonErrors struct {
	Category   mqm.Category   `json:"category"`
	BySeverity map[string]int `json:"by_severity"`
	Penalty    int            `json:"penalty"`
}

// WriteScorecardJSON prints scorecards for programs.
func WriteScorecardJSON(w io.Writer, r scorecard.Report) error {
	report := jsonScore{
		Schema: scoreSchema,
		Model: jsonModel{
			Penalties: map[string]int{}, ReferenceWords: mqm.ReferenceWords, MaximumScore: mqm.MaximumScore,
			Scaling: r.All.Model.Scaling, PassMark: r.All.Model.Pass,
		},
		Files: []jsonFileCard{},
		All:   newJSONCard(r.All),
		Pass:  r.Passes(),
	}
	for severity, name := range mqm.Severities {
		report.Model.Penalties[name] = mqm.Severity(severity).Penalty()
	}
	for _, f := range r.Files {
		report.Files = append(report.Files, jsonFileCard{f.Path, newJSONCard(f.Card)})
	}
	return encodeLine(w, report, "  ")
}

func newJSONCard(c scorecard.Card) jsonCard {
	counts := c.Counts()
	out := jsonCard{
		Words: c.Words, Errors: []jsonErrors{}, BySeverity: bySeverity(counts), Penalty: counts.Penalty(),
		PerWord: c.PerWord(), Normed: c.Normed(), Score: c.Score(), Pass: c.Passes(),
	}
	for _, row := range c.Rows {
		out.Errors = append(out.Errors, jsonErrors{row.Category, bySeverity(row.Counts), row.Penalty()})
	}
	return out
}

// bySeverity names the counts, those of nothing too.
func bySeverity(counts mqm.Counts) map[string]int {
	out := map[string]int{}
	for severity, n := range counts {
		out[mqm.Severity(severity).String()] = n
	}
	return out
}
