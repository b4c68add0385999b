package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"rectify/internal/check"
	"rectify/internal/document"
)

// fingerprintBytes is how much of a hash a fingerprint keeps.
const fingerprintBytes = 16

// Fingerprints name the issues of a file, in their order, by what stays the same
// while the text around them is worked on: the check, the entry, the text found,
// the words of the sentence, and its number among equals. Path, line, message,
// marks and line breaks count for nothing, so that an issue keeps its name when
// the file is renamed, the paragraph moved, reflowed or quoted, or the check
// worded anew. No two issues of a file share one; two files may.
//
// A fingerprint is 32 digits of hexadecimal.
func Fingerprints(f File) []string {
	if len(f.Issues) == 0 {
		return nil
	}
	if f.whole != nil {
		all := Fingerprints(File{Document: f.Document, Issues: f.whole})
		some := make([]string, len(f.kept))
		for i, at := range f.kept {
			some[i] = all[at]
		}
		return some
	}
	names := make([]string, len(f.Issues))
	sentences := f.Document.AllSentences()
	known := map[string]int{}
	var sentence document.Span
	var words string
	for i, issue := range f.Issues {
		// The issues come in the order of the text, several to a sentence.
		if around := f.Document.Around(sentences, issue.Span); i == 0 || around != sentence {
			sentence, words = around, bareWords(f.Document.Slice(around))
		}
		key := features(f.Document, issue, words)
		known[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d", key, known[key]))
		names[i] = hex.EncodeToString(sum[:fingerprintBytes])
	}
	return names
}

// features is what tells one issue from another, a line each, given the words of its
// sentence.
func features(d *document.Document, issue check.Issue, words string) string {
	entry := ""
	if issue.Entry != nil {
		entry = issue.Entry.ID
	}
	found := document.OneLine(d.Slice(issue.Span))
	return strings.Join([]string{issue.Check.ID, entry, found, cmp.Or(words, d.Name(issue.Start))}, "\n")
}

// bareWords are the words of a text without anything between them.
func bareWords(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	}), " ")
}
