package format

import (
	"strings"
	"testing"

	"rectify/internal/edit"
)

func TestSubtitles(t *testing.T) {
	for _, c := range []struct {
		sample          string
		segments, pairs []string
	}{
		{"subtitles/pier.srt", []string{
			"P: The Boss of/the Harbor has arrived. <cues 1-2 (00:00:01,000)>",
			"P: Who is he? <cue 3 (00:00:05,000)>",
			"P: The Harbor/Boss. <cue 3 (00:00:05,000)>",
			"P: He rows, & he sings 3 < 4 songs. <cue 4 (00:00:07,000)>",
		}, nil},
		{"subtitles/pier.vtt", []string{
			"P: The Boss of the \u200eHarbor & his guests/have arrived. <cues opening-2 (00:01.000)>",
			"P: Who? <cue 3 (00:05.000)>",
			"P: The Boss. <cue 3 (00:05.000)>",
		}, nil},
		{"subtitles/two.srt", []string{
			"P: The Boss of the Harbor/has arrived. <cues 7-8 (00:00:01,000)>",
		}, []string{
			"港务主席 = The Boss of the Harbor <cues 7-8 (00:00:01,000)>",
			"到了。 = has arrived. <cues 7-8 (00:00:01,000)>",
			"没有译文。 =  <cue 9 (00:00:05,000)>",
		}},
	} {
		d := readSample(t, c.sample).Document
		compareLines(t, c.sample, named(d), c.segments)
		compareLines(t, c.sample, paired(d), c.pairs)
	}
}

// A term over two cues is changed in each: none moves to the other.
func TestSubtitlesEdit(t *testing.T) {
	f := readSample(t, "subtitles/pier.srt")
	for _, c := range []struct {
		start, end, text, before, after string
	}{
		{"Boss of", "", "Chair of", "The Boss of</i>", "The Chair of</i>"},
		{"the Harbor has", "", "the Port has", "}the Harbor has", "}the Port has"},
		{"3 <", "", "three", "3 < 4", "three 4"},
	} {
		at := strings.Index(f.Document.Text, c.start)
		got, err := f.Apply([]edit.Edit{{Start: at, End: at + len(c.start), New: c.text}})
		if want := strings.Replace(string(f.Data), c.before, c.after, 1); err != nil || string(got) != want || want == string(f.Data) {
			t.Errorf("%q to %q: %v\n%s", c.start, c.text, err, got)
		}
	}
	f = readSample(t, "subtitles/pier.vtt")
	at := strings.Index(f.Document.Text, "his guests")
	got, err := f.Apply([]edit.Edit{{Start: at, End: at + 3, New: "<R&D>"}})
	if err != nil || !strings.Contains(string(got), "<00:02.000>&lt;R&amp;D&gt; guests") {
		t.Errorf("%v\n%s", err, got)
	}
}

// Sentences of a file without marks at their ends are joined only where the next
// cue goes on in small letters.
func TestSubtitlesWithoutMarks(t *testing.T) {
	cue := func(begin, text string) string {
		return "00:00:0" + begin + ",000 --> 00:00:09,000\n" + text + "\n\n"
	}
	d := read(t, "a.srt", cue("1", "A boat")+cue("2", "Another boat")+cue("3", "comes in")+cue("4", "Nobody rows it")+cue("5", "[music]")).Document
	compareLines(t, "segments", named(d), []string{
		"C: A boat <cue 1 (00:00:01,000)>",
		"C: Another boat/comes in <cues 2-3 (00:00:02,000)>",
		"C: Nobody rows it <cue 4 (00:00:04,000)>",
		"C: [music] <cue 5 (00:00:05,000)>",
	})
}

// A file of Chinese cues is no translation; one of English cues that has a few is.
func TestSubtitlesInChinese(t *testing.T) {
	const english, chinese = "00:00:01,000 --> 00:00:09,000\nA boat.\n\n", "00:00:01,000 --> 00:00:09,000\n一条船。\n\n"
	if d := read(t, "a.srt", chinese+chinese+english).Document; len(d.Segments) != 0 || d.Note != "nothing to review: its cues are Chinese" {
		t.Errorf("%q, %q", named(d), d.Note)
	}
	if d := read(t, "a.srt", chinese+english+english).Document; len(d.Segments) != 3 || d.Note != "" {
		t.Errorf("%q, %q", named(d), d.Note)
	}
}

func TestSubtitlesRefused(t *testing.T) {
	refused(t, "a.srt", [][2]string{
		{"some text\n", "no cue begins"},
		{"1\n00:00:01 --> 00:00:02\nx\n", "line 2: the times of the cue can't be read"},
	})
	refused(t, "a.vtt", [][2]string{{"1\n00:01.000 --> 00:02.000\nx\n", "line 1: WebVTT begins with WEBVTT"}})
}
