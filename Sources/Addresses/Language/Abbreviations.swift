/// How the words of French addresses are shortened, each line the full word and what stands for it.
///
/// Sources: the natures of streets of the tax administration (FANTOIR), the postal standard AFNOR NF Z 10-011 and what
/// communes write. Feminine, masculine and plural forms that people mix stand under one word.
enum Abbreviations {
    /// The kinds of streets and places that begin a name: `all` for `allee`.
    static let kinds = """
        aerodrome: aer
        agglomeration: agl
        aire
        allee: all al alle allees
        arcade: arc arcades
        autoroute: aut
        avenue: av ave aven avenues
        barriere: bre
        bassin: bsn
        berge: ber berges
        boucle: bcle
        boulevard: bd bld blvd boul bvd bould boulevart boulevards
        bourg: brg
        bretelle: brtl
        butte
        camping: cpg
        canal
        carre
        carrefour: carr caref
        cavee
        chaussee: chs chse chss cha
        chemin: che chem ch chemins cdp
        cheminement
        cite: cites
        clairiere
        clos
        corniche: cor corn
        coron: coro corons
        cote
        cottage: cottages
        cour
        cours: crs
        degre: degres
        descente: dsc
        digue: dig
        domaine: dom
        drive
        ecluse: ecl
        enclos: enc
        escalier: esc escaliers
        esplanade: esp espl
        espace: espa
        faubourg: fg fbg fb faub
        ferme: frm
        galerie
        gare
        grille
        halage: hlg
        halle: hle halles
        hameau: ham hameaux
        impasse: imp impasses
        jardin: jard jardins
        jetee: jte jtee
        levee: leve
        lotissement: lot lotiss
        mail
        marche: mar
        montee: mte
        passage: pas pass psg pge passages
        passerelle: ple plle
        parc
        parvis: prv prvs
        peristyle
        place: pl pla
        placette: ptte
        placis: plci
        plaine: pln
        plateau: plt
        pont
        port
        porte
        promenade: prom pro
        quai: qu
        quartier: qua qrt quart qtier
        rampe: rpe
        remparts: rem rempart
        residence: res resid residences
        rocade: roc
        route: rte routes
        rue: rues
        ruelle: rle rlle ruelles
        ruette
        sentier: sen sent sentiers sente sentes
        square: sq squ
        terrasse: tsse terrasses
        tertre: trt
        traverse: tra trav
        traboule: trab
        val
        vallee
        vallon
        venelle: ven venelles
        viaduc
        villa: vla vil vlla villas
        village: vge
        voie: voi voies
        voirie: voir
        zone
        """

    /// Titles before the name of a person: people write, shorten and leave them out as they like.
    static let titles = """
        abbe: abb
        adjudant: adj
        amiral: aml amir
        aspirant: asp
        capitaine: cne cap cpt capt cpn
        cardinal: card
        chanoine: chan chne
        colonel: col cel
        commandant: cdt cmdt cdnt comdt
        docteur: dr doct dct docteurs
        frere
        freres: frs
        general: gal gen gnal gl geal generaux
        ingenieur: ing
        lieutenant: lt ltt lieut lnt lieutt
        madame: mme
        mademoiselle: mlle
        maitre: me mtre
        marechal: mal mchal mar marech
        medecin: med
        monseigneur: mgr
        monsieur: mr
        pere
        prefet
        president: pdt pres prdt presid pst
        professeur: pr prof prs pfr
        sergent: sgt serg
        """

    /// Other words.
    static let others = """
        afrique: afr
        ancien: anc ancienne anciens anciennes
        appartement: apt appt app apptt apparts
        association: assoc
        batiment: bat bats bt
        bataillon: bataill btn
        centre: ctre
        champ: chp champs chps
        chateau: cht chat chau
        combattant: combatt combattants combatts
        croix: crx
        departementale: departemental dep
        division: div
        deportes: depts
        etage: etg etages
        etat
        fontaine: font fontaines
        forestier: forestiere
        grand: gde gd grande gr grands grandes gds gdes grds
        haut: hte haute hauts hautes hts
        bas: basse basses
        industrielle: industriel ind indust
        artisanale: artisanal art
        immeuble: imm immb
        janvier: janv
        fevrier: fev fevr
        avril: avr
        juillet: juil
        aout
        septembre: septem
        octobre: oct
        novembre: nov nove
        decembre: dec
        lieu
        logement: logt
        moulin: mln moulins
        national: nat nationale nale natle
        neuf: neuve neuves neufs
        notre: ntre
        nouveau: nouv nvel nvelle nouvelle nouvel nvlle
        petit: pte pt petite petits petites pts ptes
        regiment: rgt regt
        republique: repub rep repu repbl
        resistance: resist
        rez
        rond: rd
        point: pnt
        saint: st ste sainte sts stes saints saintes
        stade: stde
        sur: s
        tour: tours
        universite: univ
        verte: vert verts vertes
        victoire: vict
        vieux: vx vieille vieil vieilles vle
        zac
        """

    /// Words that join others and are put in, left out and mistaken freely.
    static let articles = "a au aux d de des du en et l la le les lez dit dite dits ou par pour un une sous sur"
}
