package format

import (
	"strings"

	"rectify/internal/chinese"
	"rectify/internal/document"
)

// languages are other names of the languages that matter here, by their codes in
// BCP 47.
var languages = map[string]string{
	"eng": "en", "english": "en",
	"zho": "zh", "chi": "zh", "cmn": "zh", "chinese": "zh",
}

// language is the code of the language that a tag such as en-GB, zh_CN or
// zh-Hans-CN names, without script and region; "" for none.
func language(tag string) string {
	primary := strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(primary, "-_@."); i >= 0 {
		primary = primary[:i]
	}
	if code, ok := languages[primary]; ok {
		return code
	}
	return primary
}

// reviewed reports whether a translation is one into English, by the languages
// declared or, where the target's isn't, by what the texts hold.
func reviewed(declared, source, target string) bool {
	if declared != "" {
		return language(declared) == "en"
	}
	return chinese.In(source) || !chinese.In(target)
}

// isChinese reports whether what is to be reviewed of a document is Chinese.
func isChinese(d *document.Document) bool {
	if !chinese.In(d.Text) {
		return false // as nearly always, and it is soon said
	}
	var share chinese.Share
	for _, s := range d.Segments {
		for _, run := range s.Runs {
			share.Add(d.Slice(run.Span))
		}
		// What is left may all be Chinese, three bytes a character, and is too little.
		most := chinese.Share{Han: share.Han + (len(d.Text)-s.Span().End)/3, Letters: share.Letters}
		if !most.Mostly() {
			return false
		}
	}
	return share.Mostly()
}
