package exchange

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// valeLacks are the columns that a rule of Vale has no place for.
var valeLacks = []string{"since", "until", "source", "note"}

// valeFolder is the folder of the rules: the name of the style.
const valeFolder = "Rectify"

// valeLevels are Vale's levels by how sure a rendering is wrong, each with what
// the names of its files end in.
var valeLevels = map[string]struct{ level, suffix string }{
	"":       {"error", ""},
	"likely": {"warning", "Likely"},
	"advice": {"suggestion", "Advice"},
}

// mostSwaps is how many renderings a file of rules has. Vale makes one
// expression of a file, which takes longer with every branch.
const mostSwaps = 400

// longestKey is the most bytes of a key that YAML takes on one line.
const longestKey = 1000

// valeRule is one file: the renderings of a kind that are wrong for as sure.
type valeRule struct {
	kind, certainty string
	// swaps are the right renderings by the expression for a wrong one, and
	// exceptions the phrases around it in which it is right.
	swaps      map[string][]string
	exceptions map[string]bool
	// wrong are the renderings, as the glossary has them.
	wrong []string
}

// valeStyle makes a style of substitution rules for Vale 3: what to replace,
// by what, and the longer phrases to leave alone, whether they are right or
// another file reports them.
func valeStyle(t Table) ([]File, []Loss, error) {
	v := valeMaker{right: phrases{}, open: map[[2]string]*valeRule{}, left: tally{}}
	for _, r := range t.Rows {
		if r.Lang == "en" && !isWrong(r) {
			v.right.add(r.Term)
		}
	}
	for _, rows := range byEntry(t.Rows) {
		best := bestEnglish(rows)
		for _, r := range rows {
			if isWrong(r) {
				v.add(r, best)
			}
		}
	}
	exceptLonger(v.rules)
	var left []Loss
	for _, why := range valeReasons {
		if n := v.left[why]; n > 0 {
			left = append(left, lossf("vale: left out: %s %s", english.Count(n, "rendering"), why))
		}
	}
	left = append(left, "vale finds renderings as they are written: plurals, other spellings and hyphens, near misses and the Chinese source are rectify's alone")
	return valeFiles(v.rules), left, nil
}

// Why there is no rule for a rendering to flag.
const (
	valeDated      = "right until a day: Vale knows no date of a text"
	valeScoped     = "for certain houses: Vale knows no house"
	valeUnfillable = "with other slots than the term to use, or too long for a rule"
	valeForeign    = "in Chinese, or without an English term to use"
)

var valeReasons = []string{valeDated, valeScoped, valeUnfillable, valeForeign}

// valeMaker makes rules, row by row.
type valeMaker struct {
	right phrases
	rules []*valeRule
	open  map[[2]string]*valeRule // the last rule of a kind and certainty
	left  tally                   // by reason
}

// add makes a rule of a rendering to flag, with the English to use.
func (v *valeMaker) add(r termbase.Row, best string) {
	switch {
	case r.Lang != "en" || best == "":
		v.left[valeForeign]++
		return
	case r.Status == termbase.Superseded.String():
		v.left[valeDated]++
		return
	case r.Scope != "":
		v.left[valeScoped]++
		return
	}
	swaps := swapsOf(r.Term, best)
	if swaps == nil {
		v.left[valeUnfillable]++
		return
	}
	rule := v.rule(r.Kind, r.Certainty)
	rule.wrong = append(rule.wrong, r.Term)
	for _, s := range swaps {
		if !slices.Contains(rule.swaps[s.wrong], s.right) {
			rule.swaps[s.wrong] = append(rule.swaps[s.wrong], s.right)
		}
	}
	for _, phrase := range append(v.right.around(r.Term), splitPhrases(r.Unless)...) {
		rule.exceptions[exceptPattern(phrase)] = true
	}
}

// rule is the rule of a kind and certainty that has room.
func (v *valeMaker) rule(kind, certainty string) *valeRule {
	key := [2]string{kind, certainty}
	if r := v.open[key]; r != nil && len(r.swaps) < mostSwaps {
		return r
	}
	r := &valeRule{kind: kind, certainty: certainty, swaps: map[string][]string{}, exceptions: map[string]bool{}}
	v.open[key] = r
	v.rules = append(v.rules, r)
	return r
}

// exceptLonger leaves a rendering alone inside a longer one of another file,
// which that reports. Of one file Vale takes the longest by itself, and an
// exception would hide that one too.
func exceptLonger(rules []*valeRule) {
	all := phrases{}
	for _, r := range rules {
		for _, wrong := range r.wrong {
			all.add(wrong)
		}
	}
	for _, r := range rules {
		for _, wrong := range r.wrong {
			for _, longer := range all.around(wrong) {
				if !slices.Contains(r.wrong, longer) {
					r.exceptions[exceptPattern(longer)] = true
				}
			}
		}
	}
}

// bestEnglish is the English to use in general, or "".
func bestEnglish(rows []termbase.Row) string {
	best := ""
	for _, r := range rows {
		if r.Lang == "en" && r.Status == termbase.Preferred.String() && (best == "" || r.Scope == "" && r.Until == "") {
			best = r.Term
		}
	}
	return best
}

func splitPhrases(unless string) []string {
	if unless == "" {
		return nil
	}
	return strings.Split(unless, " | ")
}

// valeFiles are the rules as files, with what Vale and a person need to know.
func valeFiles(rules []*valeRule) []File {
	files := []File{
		{"README.md", []byte(valeReadme)},
		{valeFolder + "/meta.json", []byte("{\n  \"vale_version\": \">= 3.21.0\"\n}\n")},
	}
	taken := names{} // in lower case: to some systems a and A are one file
	for _, r := range rules {
		name := ruleName(r.kind) + valeLevels[r.certainty].suffix
		_, number, _ := strings.Cut(taken.unique(strings.ToLower(name)), "-")
		files = append(files, File{valeFolder + "/" + name + number + ".yml", []byte(r.yaml())})
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files
}

// ruleName is a kind as the name of a rule: Organs.
func ruleName(kind string) string {
	var out strings.Builder
	for _, word := range strings.FieldsFunc(kind, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	if out.Len() == 0 {
		return "Terms"
	}
	return out.String()
}

// yaml is the rule as Vale reads it.
func (r *valeRule) yaml() string {
	var out strings.Builder
	out.WriteString("# Made by rectify glossary export --format vale; the next export overwrites it.\n")
	out.WriteString("extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n")
	fmt.Fprintf(&out, "level: %s\nignorecase: true\naction:\n  name: replace\n", valeLevels[r.certainty].level)
	if len(r.exceptions) > 0 {
		out.WriteString("exceptions:\n")
		for _, phrase := range slices.Sorted(maps.Keys(r.exceptions)) {
			out.WriteString("  - " + quotedYAML(phrase) + "\n")
		}
	}
	out.WriteString("swap:\n")
	for _, wrong := range slices.Sorted(maps.Keys(r.swaps)) {
		out.WriteString("  " + quotedYAML(wrong) + ": " + quotedYAML(strings.Join(r.swaps[wrong], "|")) + "\n")
	}
	return out.String()
}

// quotedYAML is a text in single quotes, in which YAML knows no escape but
// their doubling.
func quotedYAML(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

const valeReadme = "# Rectify, a style for Vale\n\n" +
	"Official English terms, made by `rectify glossary export --format vale`. It needs Vale 3.21 or later.\n" +
	"Name this folder in `.vale.ini`, from the folder of that file:\n\n" +
	"```ini\nStylesPath = styles\nMinAlertLevel = warning\n\n[*.{md,txt}]\nBasedOnStyles = Rectify\n```\n\n" +
	"An error is a rendering known to be wrong, a warning one that is likely wrong, a suggestion a matter of style.\n" +
	"Files without an ending are of errors, those that end in Likely of warnings, those in Advice of suggestions:\n" +
	"`Rectify.OrgansAdvice = NO` turns one off.\n"
