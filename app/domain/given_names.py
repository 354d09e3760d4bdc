"""Given names that are common where the shop's languages are spoken: only to see that a word is one.

Those that are words of a language too (Mark, Will, Rose, Lucky) are left out on purpose.
"""

from __future__ import annotations

_NAMES = """
    adam adriana agnieszka ahmed ahmet alberto alejandra alejandro alessandro alessia alex alexander
    alexandra ali alice alicja amal amina amira amit ana andrea andreas andrzej angela anita anja anna
    anne annika antonio anton arjun arthur ayşe barbara bartek beata beatriz ben benjamin bernd birgit
    brigitte bruno camille carla carlos carmen caroline catherine charlotte chiara chloe christian
    christina christine christoph claire claudia clara cristina daniel daniela david deepak diego dieter
    diana dorota eduardo elena elias elif elisabeth elizabeth ella emil emily emine emma enrico erik
    ernst esra eva ewa fabian fatima fatma felix fernanda fernando finn florian francesca francesco
    francisco frank franz frieda fritz gabriel gabriela georg george giorgio giovanni giulia giuseppe
    grzegorz günter hanna hannah hans hasan hassan heike heinz helena helga henrik hüseyin ibrahim ines
    inge ingrid isabel isabella iwona jakob jakub james jan jana jane janina jean jennifer jens jessica
    joanna joao joão johannes john jonas jorge josé joseph juan julia julian julie jürgen karim karin
    karl katarzyna katharina kathrin katja khaled klaus krzysztof lara laura layla lea leila lena leon
    leonie lina lisa louis luca lucas lucia lucy luis luisa lukas łukasz maciej małgorzata magdalena
    manfred manuel marco marcin marek margarita maria marie marina mario markus marta martin martina
    mary mateusz matthias mehmet michael michał michele miguel mohamed mohammed monika monique muhammad
    murat mustafa nadia natalia nicola nicole niklas nils noah nora olga oliver omar oskar otto pablo
    paolo patricia paul paula paulina pawel paweł pedro peter petra philipp pierre piotr priya rafael
    rahul raj ralf ramona rebecca renate ricardo robert roberto rosa sabine samuel sandra sara sarah
    sebastian sergio simone sofia sofía sophia sophie stefan stefanie stephan stephanie susan susanne
    sven sylvia tamara teresa thomas tobias tomasz ulrike ursula uwe valentina vera victor vincent
    werner wolfgang yasmin yusuf zeynep zofia zoë
"""
GIVEN_NAMES = frozenset(_NAMES.split())
