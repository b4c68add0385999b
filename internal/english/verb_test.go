package english

import (
	"strings"
	"testing"
)

func TestVerb(t *testing.T) {
	for _, row := range []string{
		"build builds building built built",
		"uphold upholds upholding upheld upheld",
		"promote promotes promoting promoted promoted",
		"strengthen strengthens strengthening strengthened strengthened",
		"modernize modernizes modernizing modernized modernized",
		"supervise supervises supervising supervised supervised",
		"carry carries carrying carried carried",
		"study studies studying studied studied",
		"apply applies applying applied applied",
		"deploy deploys deploying deployed deployed",
		"pay pays paying paid paid",
		"say says saying said said",
		"lay lays laying laid laid",
		"lie lies lying lay lain",
		"tie ties tying tied tied",
		"underlie underlies underlying underlay underlain",
		"plan plans planning planned planned",
		"step steps stepping stepped stepped",
		"stem stems stemming stemmed stemmed",
		"open opens opening opened opened",
		"deepen deepens deepening deepened deepened",
		"visit visits visiting visited visited",
		"develop develops developing developed developed",
		"commit commits committing committed committed",
		"confer confers conferring conferred conferred",
		"control controls controlling controlled controlled",
		"underpin underpins underpinning underpinned underpinned",
		"equip equips equipping equipped equipped",
		"quit quits quitting quit quit",
		"fulfill fulfills fulfilling fulfilled fulfilled",
		"fulfil fulfils fulfilling fulfilled fulfilled",
		"travel travels traveling traveled traveled",
		"overcome overcomes overcoming overcame overcome",
		"oversee oversees overseeing oversaw overseen",
		"undertake undertakes undertaking undertook undertaken",
		"withdraw withdraws withdrawing withdrew withdrawn",
		"forge forges forging forged forged",
		"agree agrees agreeing agreed agreed",
		"veto vetoes vetoing vetoed vetoed",
		"undergo undergoes undergoing underwent undergone",
		"go goes going went gone",
		"do does doing did done",
		"have has having had had",
		"be is being was been",
		"see sees seeing saw seen",
		"pass passes passing passed passed",
		"launch launches launching launched launched",
		"push pushes pushing pushed pushed",
		"fix fixes fixing fixed fixed",
		"work works working worked worked",
		"traffic traffics trafficking trafficked trafficked",
		"broadcast broadcasts broadcasting broadcast broadcast",
		"cut cuts cutting cut cut",
		"put puts putting put put",
		"hit hits hitting hit hit",
		"stick sticks sticking stuck stuck",
		"beat beats beating beat beaten",
		"write writes writing wrote written",
		"stay stays staying stayed stayed",
		"follow follows following followed followed",
		"implement implements implementing implemented implemented",
		"acquire acquires acquiring acquired acquired",
		"Build Builds Building Built Built",
		"BUILD BUILDS BUILDING BUILT BUILT",
	} {
		forms := strings.Fields(row)
		for form, want := range forms {
			if got := Verb(forms[0], Form(form)); got != want {
				t.Errorf("form %d of %s: %q, not %q", form, forms[0], got, want)
			}
		}
	}
	if got := Verb("", Ing); got != "" {
		t.Errorf("a form of nothing: %q", got)
	}
}
