package checks

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/chinese"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/pinyin"
)

// AccuracyName reports names of persons that don't sound like the source's.
var AccuracyName = &check.Check{
	ID: "accuracy/name",
	Doc: check.Doc{
		Title: "a person's name that is not the source's",
		Text: `A Chinese name in pinyin stands in the text, and no characters of the Chinese beside
it are read so; but some are that differ in one syllable, and begin with a surname.
Any reading of a character will do, and as a surname its own one: 曾 is Zeng there.

Names that aren't in pinyin, as those from Hong Kong, Taiwan and abroad are, names with
a hyphen, and names of several parts with dots are left alone. Where the surname is the
source's that is proven, else likely. The check says what the source has; the
spelling is suggested only where the glossary knows the holder of an office, for
pinyin alone is no proof.`,
		Source: `王建华昨天离开北京。`,
		Before: `Wang Jianguo left Beijing yesterday.`,
		After:  `Wang Jianhua left Beijing yesterday.`,
	},
	Category:    mqm.Mistranslation,
	Severity:    mqm.Major,
	Certainty:   check.Likely,
	NeedsSource: true,
	Run: func(p *check.Pass) {
		pairs, all := pairTexts(p), personNames.Of(p)
		for _, n := range all {
			i := pairAt(p.Document, n.Span)
			if i < 0 || n.reversed || strings.Contains(p.Document.Slice(n.Span), "-") {
				continue
			}
			var source strings.Builder
			for _, t := range neighbors(p, pairs, i) {
				source.WriteString(t.Source + "\n")
			}
			if !sounds(source.String(), n) {
				taken := func(name []rune) bool {
					return slices.ContainsFunc(all, func(o *personName) bool {
						return pairs[i].Contains(o.Span) && pinyin.Spells(name, o.letters, true)
					})
				}
				if name, surname := misread(pairs[i].Source, n, taken); name != nil {
					p.Report(wrongName(p, n, name, surname))
				}
			}
		}
	},
}

// leastName and mostName are how many characters a name in pinyin has.
const leastName, mostName = 2, 4

// eachRun calls do with every run of characters in a text that is as long as a name
// until it returns true.
func eachRun(text string, do func(run []rune) bool) bool {
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !chinese.IsHan(r) }) {
		all := []rune(run)
		for from := range all {
			for length := leastName; length <= mostName && from+length <= len(all); length++ {
				if do(all[from : from+length]) {
					return true
				}
			}
		}
	}
	return false
}

// sounds reports whether some characters of a text are read as a name.
func sounds(text string, n *personName) bool {
	if strings.ContainsAny(text, "·•‧") {
		return true
	}
	return eachRun(text, func(run []rune) bool { return pinyin.Spells(run, n.letters, true) })
}

// misread is a name in a text that differs from one in a syllable and that no other one
// renders, nil if there is none, and how many characters of it are the surname: the first
// one that shares the surname, or else the first one.
func misread(text string, n *personName, taken func([]rune) bool) (found []rune, split int) {
	eachRun(text, func(run []rune) bool {
		for _, surname := range pinyin.Surnames(run) {
			kin := pinyin.Spells(run[:surname], n.surname(), true)
			if (kin || found == nil) && differsInOne(run[:surname], run[surname:], n) && !taken(run) {
				found, split = run, surname
				return kin
			}
		}
		return false
	})
	return found, split
}

// differsInOne reports whether a name has two characters for the given name, and one
// syllable of the whole is read otherwise than in another name.
func differsInOne(surname, given []rune, n *personName) bool {
	if len(given) != 2 || pinyin.Syllables([]byte(n.given())) != 2 {
		return false
	}
	if pinyin.Spells(surname, n.surname(), true) {
		return oneSyllable(given, n.given())
	}
	return pinyin.Spells(given, n.given(), false)
}

// oneSyllable reports whether one of two characters is read as a part of the
// letters, at its place.
func oneSyllable(given []rune, letters string) bool {
	for i := 1; i < len(letters); i++ {
		first, second := letters[:i], letters[i:]
		if pinyin.Syllables([]byte(first)) == 1 && pinyin.Syllables([]byte(second)) == 1 &&
			(pinyin.Spells(given[:1], first, false) || pinyin.Spells(given[1:], second, false)) {
			return true
		}
	}
	return false
}

// wrongName says what the source has; the spelling is that of a holder of an
// office.
func wrongName(p *check.Pass, n *personName, name []rune, surname int) check.Issue {
	issue := check.Issue{Span: n.Span, Message: fmt.Sprintf("the source has %s here", string(name))}
	if pinyin.Spells(name[:surname], n.surname(), true) {
		certainty := check.Proven
		issue.Certainty = &certainty
	}
	if sound := pinyin.Sound(name, true); sound != nil {
		family, given := strings.Join(sound[:surname], ""), strings.Join(sound[surname:], "")
		issue.Message += fmt.Sprintf(", %s %s", english.Capitalize(family), english.Capitalize(given))
	}
	for _, h := range p.Glossary.Holders() {
		if h.Chinese == string(name) {
			issue.Suggestions = check.Suggest(h.Person, edit.Edit{Start: n.Start, End: n.End, New: h.Person})
			break
		}
	}
	return issue
}
