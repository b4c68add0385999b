package format

import "testing"

func TestTMX(t *testing.T) {
	d := readSample(t, "tmx/memory.tmx").Document
	compareLines(t, "segments", named(d), []string{
		"P: The Boss of the Harbor has arrived. <unit 7>",
		"P: The Harbor Boss/is here. <unit 7>",
		"C: Harbor <unit 3>",
	})
	compareLines(t, "pairs", paired(d), []string{
		"港务主席到了。 = The Boss of the Harbor has arrived. <unit 7>",
		"港务主席到了。 = The Harbor Boss is here. <unit 7>",
		"全江船工总会 =  <unit 2>",
	})
	d = read(t, "a.tmx", `<tmx version="1.1"><body><tu><tuv lang="fr"><seg>x</seg></tuv></tu></body></tmx>`).Document
	if d.Note != "nothing to review: no unit has English" {
		t.Errorf("the note is %q", d.Note)
	}
}

func TestTMXRefused(t *testing.T) {
	refused(t, "a.tmx", [][2]string{
		{"<tbx/>", "<tbx> is no translation memory"},
		{"<tmx/>", "<tmx> lacks its version"},
		{"<tmx version='1.4'/>", "<tmx> holds 0 <body>, not one"},
		{"<tmx version='1.4'><body>\n<tu><tuv/></tu></body></tmx>", "line 2: <tuv> lacks its xml:lang"},
		{"<tmx version='1.4'><body><tu><tuv xml:lang='en'/></tu></body></tmx>", "<tuv> holds 0 <seg>, not one"},
		{"<tmx version='1.4'><body><tu>", "the file ends inside <tu>"},
	})
}
