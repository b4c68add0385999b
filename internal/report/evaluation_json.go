package report

import (
	"io"
	"strconv"

	"rectify/internal/document"
	"rectify/internal/evaluation"
)

// evalSchema names the shape of an evaluation's JSON.
const evalSchema = "rectify.eval/1"

type jsonEvaluation struct {
	Schema  string               `json:"schema"`
	Texts   int                  `json:"texts"`
	Must    jsonShare            `json:"must"`
	ByClass map[string]jsonShare `json:"by_class"`
	May     jsonShare            `json:"may"`
	Advice  jsonShare            `json:"advice"`
	InGold  jsonShare            `json:"in_gold"`
	Unasked int                  `json:"needs_source"`
	Missed  []jsonMark           `json:"missed"`
	Outside []jsonPathIssue      `json:"outside"`
	Absent  []jsonMark           `json:"absent"`
}

// jsonShare has no share where there is nothing to share.
type jsonShare struct {
	Part  int      `json:"part"`
	All   int      `json:"all"`
	Share *float64 `json:"share"`
}

type jsonMark struct {
	Path   string      `json:"path"`
	Quote  string      `json:"quote"`
	Class  string      `json:"class"`
	ZH     string      `json:"zh"`
	Must   bool        `json:"must"`
	Places []jsonPlace `json:"places"`
}

type jsonPlace struct {
	Start document.Position `json:"start"`
	End   document.Position `json:"end"`
}

// WriteEvaluationJSON prints an evaluation for programs.
func WriteEvaluationJSON(w io.Writer, r *evaluation.Result) error {
	out := jsonEvaluation{
		Schema: evalSchema, Texts: len(r.Reviewed.Files),
		Must: newJSONShare(r.Must), ByClass: map[string]jsonShare{}, May: newJSONShare(r.May),
		Advice: newJSONShare(r.Advice), InGold: newJSONShare(r.InGold), Unasked: r.Unasked,
		Missed: newJSONMarks(r.Missed), Outside: []jsonPathIssue{}, Absent: newJSONMarks(r.Absent),
	}
	for _, c := range r.Classes {
		out.ByClass[c.Name] = newJSONShare(c.Share)
	}
	for _, i := range r.Outside {
		out.Outside = append(out.Outside, jsonPathIssue{i.Document.Path, newJSONIssue(r.Reviewed.Source, i.Document, i.Issue)})
	}
	return encodeLine(w, out, "  ")
}

func newJSONShare(s evaluation.Share) jsonShare {
	out := jsonShare{Part: s.Part, All: s.All}
	if s.All > 0 {
		thousandths, _ := strconv.ParseFloat(strconv.FormatFloat(s.Of(), 'f', 3, 64), 64)
		out.Share = &thousandths
	}
	return out
}

func newJSONMarks(marks []evaluation.Mark) []jsonMark {
	out := []jsonMark{}
	for _, m := range marks {
		mark := jsonMark{m.Document.Path, m.Quote, m.Class, m.Chinese, m.Must, []jsonPlace{}}
		for _, p := range m.Places {
			start, end := m.Document.Range(p)
			mark.Places = append(mark.Places, jsonPlace{start, end})
		}
		out = append(out, mark)
	}
	return out
}
